const KEPT = 'hengping.zone'

let zone = globalThis.window?.localStorage.getItem(KEPT) ?? 'Asia/Shanghai'

/** Takes the office's time zone, as the session names it; a phone without a signal keeps the last one. */
export function setOfficeZone(named: string): void {
  if (named === zone) return
  zone = named
  globalThis.window?.localStorage.setItem(KEPT, named)
}

/** Returns day (`2018-12-21`) and time of day (`09:05`) of an instant in the office's zone, whatever the zone of the browser. */
export function officeTime(at: Date): { readonly day: string; readonly time: string } {
  const [day = '', time = ''] = formatterOf(zone).format(at).split(' ')
  return { day, time }
}

let known: { readonly of: string; readonly formatter: Intl.DateTimeFormat } | undefined

function formatterOf(of: string): Intl.DateTimeFormat {
  if (known?.of !== of) {
    // Swedish writes 2018-12-21 09:05.
    const formatter = new Intl.DateTimeFormat('sv-SE', {
      timeZone: of,
      dateStyle: 'short',
      timeStyle: 'short',
    })
    known = { of, formatter }
  }
  return known.formatter
}
