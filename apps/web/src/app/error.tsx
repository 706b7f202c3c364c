'use client'

export { RootError as default } from '@gs/lobby/errors'
