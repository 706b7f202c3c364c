import { writeFileSync } from 'node:fs'
import { packJsonSchema } from '../packages/rulepacks/src/json-schema.ts'

// After a change of the pack format: node scripts/write-pack-schema.ts, then npm run format.
const file = new URL('../docs/rule-pack.schema.json', import.meta.url)
writeFileSync(file, `${JSON.stringify(packJsonSchema(), null, 2)}\n`)
