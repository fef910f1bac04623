/** 由刚设的 Set-Cookie 得到请求用的 Cookie. */
export function toCookieHeader(setCookies: readonly string[]): string {
  return setCookies.map(each => each.split(';')[0]!).join('; ')
}

/** 发给浏览器的 Set-Cookie: kept till the browser closes, for this site alone, for no script, and over TLS where the page came so. */
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
