import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { chromium } from 'playwright-core'

/** What to say when there is none and none can be had. */
export const NO_CHROMIUM =
  '浏览器测试需要 Chrome 或 Chromium：本机没有，也未能自动安装。请安装 Chrome（或在 Debian、Ubuntu 上以 root 运行 apt-get install chromium fonts-noto-cjk），也可用环境变量 CHROME_PATH 指出它的位置，然后重试。'

/** Features that are switched off: pages of the address bar that each new window would load (more than half of the cost of a window), and what calls outside. */
const DISABLED_FEATURES = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'AimEnabled',
  'PreconnectToSearch',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'MediaRouter',
  'LensOverlay',
  'HttpsUpgrades',
  'PaintHolding',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
]

/** How it is started, without what would call outside. */
export const CHROMIUM_FLAGS: readonly string[] = [
  `--disable-features=${DISABLED_FEATURES.join(',')}`,
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--lang=zh-CN',
]

/**
 * The path of a Chrome or Chromium that starts: `CHROME_PATH`, the usual names and places, one downloaded before; else it is installed, by apt where that
 * may be done without asking, else by playwright's own download. Throws with a Chinese sentence of what to do. `say` gets the progress.
 */
export function findChromium(say: (text: string) => void): string {
  const found = [...candidates(), chromium.executablePath()].find(starts)
  if (found === undefined) return installChromium(say)
  assureChineseFont(say)
  return found
}

function installChromium(say: (text: string) => void): string {
  say('没有找到 Chrome 或 Chromium，正在安装……')
  if (installByApt(['chromium', 'fonts-noto-cjk'])) {
    const installed = candidates().find(starts)
    if (installed !== undefined) return installed
  }
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js')
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: ['ignore', 2, 2], timeout: 600_000 })
  const downloaded = chromium.executablePath()
  if (!starts(downloaded)) throw new Error(NO_CHROMIUM)
  assureChineseFont(say)
  return downloaded
}

/** Without one the pages are drawn in boxes; that is said, for only pictures suffer. */
function assureChineseFont(say: (text: string) => void): void {
  if (process.platform !== 'linux' || hasChineseFont()) return
  if (installByApt(['fonts-noto-cjk']) && hasChineseFont()) return
  say('本机没有中文字体，截图中的汉字会显示为方框：请安装中文字体（例如 fonts-noto-cjk）。')
}

function hasChineseFont(): boolean {
  const listed = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
  return listed.status === 0 && listed.stdout.trim() !== ''
}

/** On Debian and Ubuntu, as root or where sudo asks nothing. */
function installByApt(packages: readonly string[]): boolean {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return false
  const isRoot = process.getuid?.() === 0
  if (!isRoot && spawnSync('sudo', ['-n', 'true']).status !== 0) return false
  const run = (...args: string[]) => {
    const command = ['apt-get', ...args]
    const [file, rest] = isRoot ? [command[0]!, command.slice(1)] : ['sudo', ['-n', ...command]]
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    return spawnSync(file, rest, { stdio: ['ignore', 2, 2], timeout: 600_000, env }).status === 0
  }
  const install = () => run('install', '-y', '--no-install-recommends', ...packages)
  return install() || (run('update') && install())
}

function candidates(): readonly string[] {
  const { CHROME_PATH, PATH = '' } = process.env
  const named = CHROME_PATH === undefined || CHROME_PATH === '' ? [] : [CHROME_PATH]
  return [...named, ...usualPlaces(PATH)].filter(path => existsSync(path))
}

function usualPlaces(path: string): readonly string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      name => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  }
  if (process.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
      name => process.env[name] ?? [],
    )
    return [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ].flatMap(place => roots.map(root => join(root, place)))
  }
  const names = ['chromium', 'google-chrome-stable', 'google-chrome', 'chromium-browser', 'microsoft-edge']
  return [...path.split(delimiter), '/usr/bin', '/snap/bin'].flatMap(folder =>
    names.map(name => join(folder, name)),
  )
}

/** A name may be a stub that only says how to get the real one. On Windows asking for the version opens a window, so being there is enough. */
function starts(path: string): boolean {
  if (!existsSync(path)) return false
  if (process.platform === 'win32') return true
  return spawnSync(path, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0
}
