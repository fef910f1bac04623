import { randomBytes, timingSafeEqual } from 'node:crypto'
import { keyedHash } from './keyedHash.ts'
import { toReplyCookie } from './sessionCookies.ts'

const NAME = 'hengping.devices'
/** People who share one browser. */
const MOST_KNOWN = 8
const DAYS = 180

type Secret = { readonly secret: string }

/** Returns the mark of a browser that signed in under this username before, from its cookie; what others try elsewhere does not hold it up. */
export function knownDevice(room: Secret, cookies: string | undefined, username: string): string | undefined {
  return marksOf(cookies).find(mark => isOf(room, mark, username))
}

/** Makes the cookie that lets this browser be known under this username for half a year. */
export function rememberDevice(
  room: Secret,
  cookies: string | undefined,
  username: string,
  secure: boolean,
): string {
  const marks = marksOf(cookies)
  const own = marks.find(mark => isOf(room, mark, username)) ?? makeMark(room, username)
  const kept = [own, ...marks.filter(mark => mark !== own)].slice(0, MOST_KNOWN)
  return toReplyCookie(`${NAME}=${kept.join('.')}`, secure, DAYS * 24 * 3600)
}

function marksOf(cookies = ''): readonly string[] {
  const value = cookies
    .split(';')
    .map(pair => pair.trim())
    .find(pair => pair.startsWith(`${NAME}=`))
  return (value ?? '')
    .slice(NAME.length + 1)
    .split('.')
    .filter(mark => /^[\w-]{24}[0-9a-f]{32}$/.test(mark))
    .slice(0, MOST_KNOWN)
}

function makeMark(room: Secret, username: string): string {
  const random = randomBytes(18).toString('base64url')
  return random + signed(room, random, username)
}

function isOf(room: Secret, mark: string, username: string): boolean {
  const random = mark.slice(0, 24)
  return timingSafeEqual(Buffer.from(mark.slice(24)), Buffer.from(signed(room, random, username)))
}

function signed({ secret }: Secret, random: string, username: string): string {
  return keyedHash(secret, 'device', `${username}\n${random}`).slice(0, 32)
}
