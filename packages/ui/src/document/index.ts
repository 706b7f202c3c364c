export { type DocumentLabels, DocumentView, type DocumentViewProps } from './DocumentView.tsx'
export { Figure } from './Figure.tsx'
export { safeHref } from './safe-href.ts'
export * from './types.ts'
