export { AuthLayout as default } from '@gs/lobby/auth'
