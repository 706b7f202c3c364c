'use client'

export { GlobalError } from './GlobalError.tsx'
export { PageError } from './PageError.tsx'
export { RootError } from './RootError.tsx'
