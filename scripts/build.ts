import { buildApps } from '@gs/runtime/start'

await buildApps({ add: () => Promise.resolve() })
