export { AcceptInvitationPage as default, acceptInvitationMetadata as generateMetadata } from '@gs/lobby/auth'
