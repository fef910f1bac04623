import { isIP } from 'node:net'
import { parseArgs } from 'node:util'
import { isDay, type Day } from '../domain/kernel/calendar.ts'
import type { DatabaseSettings } from './platform/database/openDatabase.ts'
import type { FileSettings } from './platform/files/fileStore.ts'

/** The server's settings, from arguments first and the environment second. */
export interface Settings {
  readonly data: string
  readonly database: DatabaseSettings
  readonly files: FileSettings
  readonly host: string
  readonly port: number
  /** the port was set explicitly, so no other may be used. */
  readonly portFixed: boolean
  /** the public site on a port of its own. */
  readonly publicSite?: PublicSiteSettings
  /** where readers reach the public site, without a slash at its end. */
  readonly publicAddress?: string
  readonly empty: boolean
  readonly units: number
  readonly today?: Day
  /** the office's time zone, if named. */
  readonly timeZone?: string
  /** addresses whose X-Forwarded headers count. */
  readonly proxies: string
}

/** A port of the public site's own. */
export interface PublicSiteSettings {
  readonly port: number
  /** a PostgreSQL role that sees published rows alone. */
  readonly databaseUrl?: string
}

/** Invalid settings; the message is a Chinese sentence. */
export class SettingsRefused extends Error {}

/** Usage of the command line. */
export const USAGE = `用法：npm start -- [选项]
  --data <文件夹>   数据文件夹，缺省 data
  --port <端口>     监听端口，缺省 8018（被占用时依次试后面的端口）
  --host <地址>     监听地址，缺省 127.0.0.1
  --public-port <端口> 公示页另用一个端口，只供公示页
  --empty           空库启动，不装演示年度
  --units <个数>    演示年度的单位个数，缺省 120
  --time-zone <时区> 办公所用的时区，缺省 Asia/Shanghai，与本机的时区无关
  --today <日期>    以这一天为办事日期，如 2018-12-21
环境变量：DATABASE_URL 用 PostgreSQL 服务器；DATABASE_OWNER_URL 建表用的账号；HENGPING_DATA、HOST、PORT、HENGPING_TIME_ZONE 同上；
  HENGPING_S3_ENDPOINT、HENGPING_S3_BUCKET、HENGPING_S3_KEY、HENGPING_S3_SECRET、HENGPING_S3_REGION 把附件存到 S3 兼容存储；
  HENGPING_PUBLIC_DATABASE_URL 公示端口用的 PostgreSQL 账号，只能读已公示的内容；HENGPING_PUBLIC_ADDRESS 群众打开公示页的网址，印在二维码里；
  HENGPING_PROXIES 前面的代理的地址，逗号隔开，缺省只认本机（loopback）；
  HENGPING_LOG=stderr 把日志写到终端（缺省写入数据文件夹的 log/hengping.log）。`

const OPTIONS = {
  data: { type: 'string' },
  port: { type: 'string' },
  host: { type: 'string' },
  'public-port': { type: 'string' },
  empty: { type: 'boolean' },
  units: { type: 'string' },
  today: { type: 'string' },
  'time-zone': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

/** Reads the settings; `undefined` if only the usage was asked for. Throws `SettingsRefused`. */
export function readSettings(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Settings | undefined {
  const values = parse(args)
  if (values.help) return undefined
  const data = values.data ?? env['HENGPING_DATA'] ?? 'data'
  const port = values.port ?? env['PORT']
  const today = values.today
  if (today !== undefined && !isDay(today))
    throw new SettingsRefused(`--today 应是真实日期，写成 2018-12-21 的样子，现在是“${today}”`)
  return {
    data,
    database: databaseOf(data, env),
    files: filesOf(data, env),
    host: values.host ?? env['HOST'] ?? '127.0.0.1',
    port: wholeNumber('--port', port ?? '8018', 0, 65_535),
    portFixed: port !== undefined,
    publicSite: publicSiteOf(values['public-port'], env),
    publicAddress: publicAddressOf(env['HENGPING_PUBLIC_ADDRESS']),
    empty: values.empty === true,
    units: wholeNumber('--units', values.units ?? '120', 1, 20_000),
    today,
    timeZone: values['time-zone'],
    proxies: proxiesOf(env['HENGPING_PROXIES']),
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true }).values
  } catch (error) {
    const option = /'(-[^ ']+)/.exec((error as Error).message)?.[1]
    throw new SettingsRefused(
      `${option === undefined ? '多了不认识的内容' : `选项“${option}”不认识或缺少值`}。\n${USAGE}`,
    )
  }
}

function databaseOf(data: string, env: Readonly<Record<string, string | undefined>>): DatabaseSettings {
  const [url, ownerUrl] = [env['DATABASE_URL'], env['DATABASE_OWNER_URL']]
  if (url === undefined || url === '') return { kind: 'embedded', folder: `${data}/database` }
  return { kind: 'server', url, ...(ownerUrl === undefined || ownerUrl === '' ? {} : { ownerUrl }) }
}

function publicSiteOf(
  port: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): PublicSiteSettings | undefined {
  const databaseUrl = env['HENGPING_PUBLIC_DATABASE_URL'] || undefined
  if (databaseUrl !== undefined && (port === undefined || !env['DATABASE_URL']))
    throw new SettingsRefused('HENGPING_PUBLIC_DATABASE_URL 只与 --public-port 和 DATABASE_URL 一起使用')
  if (port === undefined) return undefined
  return { port: wholeNumber('--public-port', port, 0, 65_535), databaseUrl }
}

function publicAddressOf(given: string | undefined): string | undefined {
  if (given === undefined || given === '') return undefined
  const url = URL.parse(given)
  if (url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '')
    return url.origin
  throw new SettingsRefused(
    `HENGPING_PUBLIC_ADDRESS 应以 http:// 或 https:// 开头，只到主机和端口，后面不带路径，现在是“${given}”`,
  )
}

const S3 = ['HENGPING_S3_ENDPOINT', 'HENGPING_S3_BUCKET', 'HENGPING_S3_KEY', 'HENGPING_S3_SECRET'] as const

/** Chooses the file store: the data folder unless an S3 store is configured; an incomplete configuration is refused. */
function filesOf(data: string, env: Readonly<Record<string, string | undefined>>): FileSettings {
  const missing = S3.filter(name => (env[name] ?? '') === '')
  if (missing.length === S3.length) return { kind: 'disk', data }
  if (missing.length > 0)
    throw new SettingsRefused(
      `附件的 S3 存储还缺环境变量 ${missing.join('、')}；请补上，或全部去掉以存到数据文件夹`,
    )
  const [endpoint, bucket, key, secret] = S3.map(name => env[name]!) as [string, string, string, string]
  if (!/^https?:\/\/[^/]+/.test(endpoint))
    throw new SettingsRefused(`HENGPING_S3_ENDPOINT 应以 http:// 或 https:// 开头，现在是“${endpoint}”`)
  return { kind: 's3', endpoint, bucket, key, secret, region: env['HENGPING_S3_REGION'] || 'us-east-1' }
}

/** Reads the proxies in front: addresses or networks; this machine only by default. */
function proxiesOf(given: string | undefined): string {
  if (given === undefined || given.trim() === '') return 'loopback'
  const proxies = given.split(',').map(each => each.trim())
  const wrong = proxies.find(each => each !== 'loopback' && !isNetwork(each))
  if (wrong === undefined) return proxies.join(',')
  throw new SettingsRefused(
    `HENGPING_PROXIES 应是代理的地址或网段，用逗号隔开，如 10.0.0.5,10.1.0.0/16，现在有“${wrong}”`,
  )
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const most = isIP(address) === 4 ? 32 : 128
  return (
    isIP(address) > 0 &&
    more.length === 0 &&
    (bits === undefined || (/^\d+$/.test(bits) && Number(bits) >= 1 && Number(bits) <= most))
  )
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const number = Number(text)
  if (/^\d+$/.test(text) && number >= least && number <= most) return number
  throw new SettingsRefused(`${name} 应是 ${least} 到 ${most} 的整数，现在是“${text}”`)
}
