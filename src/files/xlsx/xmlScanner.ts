/** A receiver of XML events: names come without their prefix, which is passed besides; `attributes` and `text` are raw, see `xmlText`. */
export interface XmlReceiver {
  open(name: string, attributes: string, prefix: string): void
  close(name: string): void
  text(raw: string): void
}

/** A fault of the XML scan. */
export type XmlFault = 'doctype' | 'tag' | 'unclosed' | 'tooLong'

/** An XML scanner: takes the text piece by piece and passes events to the receiver; the first fault ends it. */
interface XmlScanner {
  feed(piece: string): XmlFault | undefined
  end(): XmlFault | undefined
}

/** maximum length of a tag or of a text between two tags; a cell holds at most 32,767 characters. */
const LONGEST = 1024 * 1024

/** Creates a scanner. A document type is refused (no workbook needs one, and entities can expand without limit). */
export function xmlScanner(receiver: XmlReceiver): XmlScanner {
  let rest = ''
  let depth = 0
  let run = 0
  let isEmpty = true
  let fault: XmlFault | undefined

  function scan(text: string): number {
    let at = 0
    while (fault === undefined) {
      const start = text.indexOf('<', at)
      if (start < 0) return openText(text, at)
      if (start > at && depth > 0) receiver.text(text.slice(at, start))
      run = 0
      const next = text.charCodeAt(start + 1)
      const end = next === BANG || next === QUESTION ? special(text, start) : tag(text, start)
      if (end < 0) return start
      at = end
    }
    return at
  }

  /** passes on the available part of a text that continues in the next piece. */
  function openText(text: string, at: number): number {
    run += text.length - at
    if (run > LONGEST) fault = 'tooLong'
    else if (text.length > at && depth > 0) receiver.text(text.slice(at))
    return text.length
  }

  function tag(text: string, start: number): number {
    const end = endOfTag(text, start + 1)
    if (end < 0) return -1
    const closing = text.charCodeAt(start + 1) === SLASH
    const empty = !closing && text.charCodeAt(end - 1) === SLASH
    const nameEnd = endOfName(text, closing ? start + 2 : start + 1, empty ? end - 1 : end)
    const full = text.slice(closing ? start + 2 : start + 1, nameEnd)
    const name = full.slice(full.indexOf(':') + 1)
    if (name === '') fault = 'tag'
    else if (closing) {
      if (--depth < 0) fault = 'unclosed'
      else receiver.close(name)
    } else {
      depth++
      isEmpty = false
      receiver.open(
        name,
        nameEnd < end ? text.slice(nameEnd, empty ? end - 1 : end) : '',
        full.slice(0, full.length - name.length),
      )
      if (empty) {
        depth--
        receiver.close(name)
      }
    }
    return end + 1
  }

  function special(text: string, start: number): number {
    if (text.startsWith('<!--', start)) return after(text, '-->', start + 4)
    if (text.startsWith('<![CDATA[', start)) {
      const end = text.indexOf(']]>', start + 9)
      if (end >= 0) receiver.text(text.slice(start + 9, end).replaceAll('&', '&amp;'))
      return end < 0 ? -1 : end + 3
    }
    if (text.startsWith('<?', start)) return after(text, '?>', start + 2)
    if (text.length - start >= 9) fault = 'doctype'
    return -1
  }

  return {
    feed(piece) {
      if (fault !== undefined) return fault
      const text = rest === '' ? piece : rest + piece
      const done = scan(text)
      rest = text.slice(done)
      if (rest.length > LONGEST) fault ??= 'tooLong'
      return fault
    },
    end: () => fault ?? (isEmpty || depth !== 0 || rest.trim() !== '' ? 'unclosed' : undefined),
  }
}

const BANG = 33
const QUOTE = 34
const APOSTROPHE = 39
const SLASH = 47
const GREATER = 62
const QUESTION = 63

function endOfTag(text: string, from: number): number {
  const end = text.indexOf('>', from)
  if (end < 0) return -1
  let quote = 0
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (quote !== 0) {
      if (code === quote) quote = 0
    } else if (code === QUOTE || code === APOSTROPHE) quote = code
    else if (code === GREATER) return at
  }
  return -1
}

function endOfName(text: string, from: number, until: number): number {
  let at = from
  while (at < until && text.charCodeAt(at) > 32) at++
  return at
}

function after(text: string, mark: string, from: number): number {
  const end = text.indexOf(mark, from)
  return end < 0 ? -1 : end + mark.length
}
