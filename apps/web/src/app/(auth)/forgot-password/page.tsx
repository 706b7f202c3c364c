export { ForgotPasswordPage as default, forgotPasswordMetadata as generateMetadata } from '@gs/lobby/auth'
