import { isDay } from '../../../../domain/kernel/calendar.ts'

const EXIF_FOLDER = 0x8769
const TAKEN = 0x9003
const CHANGED = 0x0132
const ASCII = 2

/** Reads the day a picture was taken from its EXIF, otherwise the day it was last changed; nothing else is read. `undefined` if there is none or it is impossible. */
export function readTakenOn(exif: Uint8Array): string | undefined {
  const from = Buffer.from(exif.subarray(0, 6)).toString('latin1') === 'Exif\0\0' ? 6 : 0
  const view = new DataView(exif.buffer, exif.byteOffset + from, exif.byteLength - from)
  try {
    const little = view.getUint16(0, false) === 0x4949
    const main = readFolder(view, view.getUint32(4, little), little)
    const detail = main.get(EXIF_FOLDER)
    const taken = detail === undefined ? undefined : readFolder(view, detail.value, little).get(TAKEN)
    return dayOf(view, taken) ?? dayOf(view, main.get(CHANGED))
  } catch (error) {
    // A folder that points beyond the end tells nothing.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

interface Field {
  readonly kind: number
  readonly count: number
  /** the value itself, or its offset. */
  readonly value: number
}

function readFolder(view: DataView, at: number, little: boolean): ReadonlyMap<number, Field> {
  const fields = new Map<number, Field>()
  const count = Math.min(view.getUint16(at, little), 512)
  for (let field = at + 2; field < at + 2 + count * 12; field += 12) {
    fields.set(view.getUint16(field, little), {
      kind: view.getUint16(field + 2, little),
      count: view.getUint32(field + 4, little),
      value: view.getUint32(field + 8, little),
    })
  }
  return fields
}

function dayOf(view: DataView, field: Field | undefined): string | undefined {
  if (field === undefined || field.kind !== ASCII || field.count < 10) return undefined
  let text = ''
  for (let at = 0; at < 10; at++) text += String.fromCharCode(view.getUint8(field.value + at))
  const [, year, month, day] = /^(\d{4})[:-](\d\d)[:-](\d\d)$/.exec(text) ?? []
  if (year === undefined || Number(year) < 1990) return undefined
  const iso = `${year}-${month}-${day}`
  return isDay(iso) ? iso : undefined
}
