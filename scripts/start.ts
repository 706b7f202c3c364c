import { start } from '@gs/runtime/start'

await start()
