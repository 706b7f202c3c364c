export { CallsProvider } from './CallsProvider.tsx'
export { callLinks } from './client.ts'
