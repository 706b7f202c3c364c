import { serve } from './src/server/serve.ts'

await serve(import.meta.dirname)
