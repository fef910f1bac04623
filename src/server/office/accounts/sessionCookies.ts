/** Turns the Set-Cookie headers just set into a Cookie request header. */
export function toCookieHeader(setCookies: readonly string[]): string {
  return setCookies.map(each => each.split(';')[0]!).join('; ')
}

/** Makes the Set-Cookie headers of a session for the browser: kept until it closes. */
export function toReplyCookies(setCookies: readonly string[], secure: boolean): string[] {
  return setCookies.map(each => {
    const [pair = '', ...attributes] = each.split(';').map(part => part.trim())
    const ends = attributes.some(attribute => /^max-age=0$/i.test(attribute))
    return toReplyCookie(pair, secure, ends ? 0 : undefined)
  })
}

/** Makes a Set-Cookie header: same site only, hidden from scripts, and TLS only if the page came over TLS; kept for `seconds`, or until the browser closes. */
export function toReplyCookie(pair: string, secure: boolean, seconds?: number): string {
  return [
    pair,
    'Path=/',
    'HttpOnly',
    'SameSite=Strict',
    ...(secure ? ['Secure'] : []),
    ...(seconds === undefined ? [] : [`Max-Age=${seconds}`]),
  ].join('; ')
}
