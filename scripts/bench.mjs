// `npm run bench [SUITE …]`: every suite of bench/, each beside its control.
import { install, onOwnNode } from './bootstrap.mjs'

await install()
await onOwnNode('bench/main.ts', process.argv.slice(2))
