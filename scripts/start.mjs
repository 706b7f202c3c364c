// `npm start`: installs what is missing, then everything else on the Node that was installed.
import { install, onOwnNode } from './bootstrap.mjs'

await install()
await onOwnNode('scripts/start.ts', process.argv.slice(2))
