import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout: the folder above scripts/, whatever the current one is. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

/** The path of a Node 24 or newer: this process's own, or the one among the optional dependencies; `undefined` when there is none. */
export function findNode24() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const exe = process.platform === 'win32' ? 'node.exe' : 'node'
  const require = createRequire(join(ROOT, 'package.json'))
  for (const name of [`node-${platform}-${process.arch}`, `node-bin-${platform}-${process.arch}`]) {
    try {
      const found = join(dirname(require.resolve(`${name}/package.json`)), 'bin', exe)
      if (existsSync(found)) return found
    } catch {
      // Not among the packages of this machine: the next name.
    }
  }
  return undefined
}

/** What to say when there is no Node 24. */
export const NO_NODE24 = `衡评需要 Node 24：当前为 ${process.version}，依赖包中也没有适合本机（${process.platform}-${process.arch}）的 Node 24。请从 https://nodejs.org 安装 Node 24 或更新版本后重试。`

const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** Runs a program with our own input and output, passing signals on. Resolves to its exit code; a signal that ended it is `{ signal }`. */
export function runProgram(file, args, options = {}) {
  return new Promise(resolve => {
    const child = spawn(file, args, { stdio: 'inherit', cwd: process.cwd(), windowsHide: true, ...options })
    // On Windows a console gives Ctrl-C to every process itself, and kill() would end the child without its last words.
    const passOn = signal => process.platform === 'win32' || child.kill(signal)
    for (const signal of FORWARDED) process.on(signal, passOn)
    const settle = ended => {
      for (const signal of FORWARDED) process.off(signal, passOn)
      resolve(ended)
    }
    child.on('error', error => {
      process.stderr.write(`无法运行 ${file}：${error.message}\n`)
      settle({ code: 2 })
    })
    child.on('close', (code, signal) => settle(signal ? { signal } : { code: code ?? 2 }))
  })
}

/** Runs a TypeScript file of the checkout under Node 24. */
export function runNode24(args, options) {
  const node = findNode24()
  if (node === undefined) {
    process.stderr.write(`${NO_NODE24}\n`)
    return Promise.resolve({ code: 2 })
  }
  return runProgram(node, ['--disable-warning=ExperimentalWarning', ...args], options)
}

/** Ends this process as the child ended: by the same signal, or with the same code. */
export function endAs({ code, signal }) {
  if (signal === undefined) {
    process.exitCode = code
    return
  }
  process.exitCode = 128 + (constants.signals[signal] ?? 0)
  process.kill(process.pid, signal)
}
