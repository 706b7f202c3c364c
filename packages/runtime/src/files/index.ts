export { type EvidenceRoutesOptions, evidenceRoutes } from './evidence-routes.ts'
