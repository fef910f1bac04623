/** Turns the Set-Cookie headers just set into a Cookie request header. */
export function toCookieHeader(setCookies: readonly string[]): string {
  return setCookies.map(each => each.split(';')[0]!).join('; ')
}

/** Makes the Set-Cookie headers for the browser: kept until the browser closes, same site only, hidden from scripts, and TLS only if the page came over TLS. */
export function toReplyCookies(setCookies: readonly string[], secure: boolean): string[] {
  return setCookies.map(each => {
    const [pair = '', ...attributes] = each.split(';').map(part => part.trim())
    const ends = attributes.some(attribute => /^max-age=0$/i.test(attribute))
    return [
      pair,
      'Path=/',
      'HttpOnly',
      'SameSite=Strict',
      ...(secure ? ['Secure'] : []),
      ...(ends ? ['Max-Age=0'] : []),
    ].join('; ')
  })
}
