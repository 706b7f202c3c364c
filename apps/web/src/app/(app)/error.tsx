'use client'

export { PageError as default } from '@gs/lobby/errors'
