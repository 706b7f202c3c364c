export { notFoundMetadata as generateMetadata, RootNotFound as default } from '@gs/lobby/shell'
