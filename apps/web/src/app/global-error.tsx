'use client'

export { GlobalError as default } from '@gs/lobby/errors'
