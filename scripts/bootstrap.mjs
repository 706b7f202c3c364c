// Runs on whatever Node the machine has, before anything is installed: plain JavaScript, no dependencies.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const MARK = join(ROOT, 'node_modules', '.lock.sha256')
const OWN_NODE = join(ROOT, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')
const OLDEST = [20, 9]

const say = (line) => process.stdout.write(`${line}\n`)

function fail(line) {
  process.stderr.write(`${line}\n`)
  process.exit(1)
}

/** Ends with one line where this Node is too old even to install the right one. */
function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]))
    fail(
      `Node ${OLDEST.join('.')} or later is needed to begin (this is ${process.versions.node}); the right one is then installed here.`,
    )
}

const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex')

/** Whether node_modules is what the lock file says: by our own mark, or as npm left it after the lock's last change. */
function isInstalled() {
  if (!existsSync(OWN_NODE)) return false
  if (existsSync(MARK)) return readFileSync(MARK, 'utf8') === lockHash()
  const npms = join(ROOT, 'node_modules', '.package-lock.json')
  return existsSync(npms) && statSync(npms).mtimeMs >= statSync(join(ROOT, 'package-lock.json')).mtimeMs
}

/** Installs what is missing (`npm ci`); the dependencies of the build belong to it whatever NODE_ENV says. */
export async function install() {
  checkNode()
  if (!isInstalled()) {
    const since = Date.now()
    say('  … installing what the lock file names (npm ci)')
    const reminder = setInterval(
      () => say(`  … still installing, ${Math.round((Date.now() - since) / 1000)} s so far`),
      10_000,
    )
    const { code, said } = await npm(['ci', '--include=dev', '--no-audit', '--no-fund'])
    clearInterval(reminder)
    if (code !== 0) fail(`npm ci failed:\n${said}`)
    // npm's policy may have kept the package from fetching the binary for this machine.
    if (!existsSync(OWN_NODE)) await npm(['rebuild', 'node', '--ignore-scripts=false'])
    if (!existsSync(OWN_NODE)) fail('Node could not be installed from the package `node`: see `npm rebuild node`.')
    say(`  ✓ installed (${Math.round((Date.now() - since) / 1000)} s)`)
  }
  writeFileSync(MARK, lockHash())
}

function npm(args) {
  const script = process.env.npm_execpath
  const command = script?.endsWith('.js') ? [process.execPath, script] : ['npm']
  return run([...command, ...args], { quiet: true })
}

/** Runs one of the repository's scripts on the installed Node, until it ends; signals are passed on. */
export async function onOwnNode(script, args = []) {
  const env = { ...process.env, NODE_NO_WARNINGS: '1' }
  const { code } = await run([OWN_NODE, join(ROOT, script), ...args], { env })
  process.exit(code)
}

function run([command, ...args], { env = process.env, quiet = false } = {}) {
  const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : ['inherit', 'inherit', 'inherit', 'ipc']
  const child = spawn(command, args, { cwd: ROOT, env, stdio })
  let said = ''
  const hear = (chunk) => {
    said = (said + chunk).slice(-6000)
  }
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  const passOn = (signal) => child.kill(signal)
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  let asked
  for (const signal of signals)
    process.on(signal, () => {
      asked = signal
      passOn(signal)
    })
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 1, said: error.message }))
    child.once('close', (code) => {
      for (const signal of signals) process.removeAllListeners(signal)
      if (quiet && asked) process.exit(1)
      resolve({ code: code ?? 1, said })
    })
  })
}
