// `npm test`: installs what is missing, then every check there is, on the Node that was installed.
import { install, onOwnNode } from './bootstrap.mjs'

await install()
await onOwnNode('scripts/test.ts', process.argv.slice(2))
