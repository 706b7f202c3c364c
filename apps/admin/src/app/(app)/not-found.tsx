export { NothingHere as default } from '@gs/lobby/shell'
