import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runProgram } from './node24.mjs'

/** Whether the packages in `folder` are those of its package-lock.json; npm keeps its own list of what it installed. */
export function arePackagesInstalled(folder) {
  const installed = join(folder, 'node_modules', '.package-lock.json')
  if (!existsSync(installed)) return false
  const wanted = packagesOf(join(folder, 'package-lock.json'))
  const present = packagesOf(installed)
  return Object.entries(wanted).every(([path, wantedPackage]) => {
    if (path === '' || wantedPackage.link) return true
    const found = present[path]
    // npm leaves out optional packages that are for other machines, and what only those need.
    if (found === undefined) return wantedPackage.optional === true
    return found.version === wantedPackage.version && existsSync(join(folder, path))
  })
}

/** Installs them with `npm ci`; resolves to an exit code. */
export async function installPackages(folder) {
  process.stderr.write('正在安装依赖包，首次运行需要几分钟……\n')
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev', '--include=optional']
  // npm tells where it is when it runs us; elsewhere it is looked up, which on Windows takes a shell.
  const npm = process.env.npm_execpath
  const options = { cwd: folder, stdio: ['ignore', 2, 2] }
  const ended = npm?.endsWith('.js')
    ? await runProgram(process.execPath, [npm, ...args], options)
    : await runProgram('npm', args, { ...options, shell: process.platform === 'win32' })
  if (ended.code !== 0) process.stderr.write('依赖包安装失败：请检查网络或 npm 镜像设置后重试。\n')
  return ended.signal ? 1 : ended.code
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {}
}
