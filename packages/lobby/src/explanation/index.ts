export { Change } from './Change.tsx'
export { ExplanationSheet } from './ExplanationSheet.tsx'
export { PrintButton } from './PrintButton.tsx'
export { Reasons } from './Reasons.tsx'
