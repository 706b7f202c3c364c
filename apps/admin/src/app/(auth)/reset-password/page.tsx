export { ResetPasswordPage as default, resetPasswordMetadata as generateMetadata } from '@gs/lobby/auth'
