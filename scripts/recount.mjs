// Counts a meeting again with nothing but Node: node recount.mjs COUNT-FILE [PUBLISHED-FILE] [FINGERPRINT].
// Written from the description of the files in docs/decisions/0025-ballots.md; imports nothing of ours.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const sha256 = (...parts) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

/** JSON without spaces, keys sorted by code unit, undefined left out. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const keys = Object.keys(value).filter(key => value[key] !== undefined)
  keys.sort()
  return `{${keys.map(key => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`
}

const same = (one, other) => canonical(one) === canonical(other)

/** Thousandths, so that 0.1 + 0.2 is no question. */
const thousandths = number => Math.round(number * 1000)

/** What a mark is worth in thousandths; null is an abstention. */
function worthOf(form, mark) {
  if (mark === null) return null
  if (typeof mark === 'number') return thousandths(mark)
  const worth = form.gradePoints?.[mark]
  return worth === undefined || worth === null ? null : thousandths(worth)
}

function isOfForm(form, mark) {
  if (mark === null) return true
  if (typeof mark === 'string') return form.marks === 'grades' && form.grades.some(grade => grade.id === mark)
  return form.marks === 'points' && Number.isInteger(mark) && mark >= 0 && mark <= form.full
}

/** Why a sheet is void, by the first rule that says so. */
function whyVoid(form, sheet) {
  if (sheet.faulty || !Array.isArray(sheet.marks) || sheet.marks.length !== form.lines.length) return 'faulty'
  if (!sheet.marks.every(mark => isOfForm(form, mark))) return 'faulty'
  const worths = sheet.marks.map(mark => worthOf(form, mark)).filter(worth => worth !== null)
  for (const rule of form.voids) {
    if (rule.kind === 'allEqual' && worths.length > 1 && worths.every(worth => worth === worths[0]))
      return rule.kind
    if (
      rule.kind === 'tooManyHigh' &&
      worths.filter(worth => worth >= thousandths(rule.atLeast)).length > rule.moreThan
    )
      return rule.kind
  }
  return undefined
}

/** Merges the smallest classes, or leaves them out, until no group shows fewer valid sheets than the least. */
function groupsOf(form, judged) {
  const place = new Map(form.classes.map(({ id }, at) => [id, at]))
  const sizes = form.classes.map(({ id }) => {
    const own = judged.filter(({ sheet }) => sheet.voterClass === id)
    return { ids: [id], sheets: own.length, valid: own.filter(({ why }) => why === undefined).length }
  })
  const idle = sizes.filter(one => one.sheets === 0)
  const used = sizes.filter(one => one.sheets > 0)
  const { least, how } = form.smallClass
  const finish = (groups, out) => ({
    groups: [...groups, ...idle]
      .map(({ ids }) => ids.toSorted((one, other) => place.get(one) - place.get(other)))
      .toSorted((one, other) => place.get(one[0]) - place.get(other[0])),
    withheld: out.flatMap(({ ids }) => ids),
  })
  if (how === 'withhold')
    return finish(
      used.filter(one => one.valid >= least),
      used.filter(one => one.valid < least),
    )
  let groups = used
  while (groups.length > 1 && groups.some(one => one.valid < least)) {
    const [first, second, ...rest] = groups.toSorted((one, other) => one.valid - other.valid)
    groups = [
      {
        ids: [...first.ids, ...second.ids],
        sheets: first.sheets + second.sheets,
        valid: first.valid + second.valid,
      },
      ...rest,
    ]
  }
  return groups.some(one => one.valid < least) ? finish([], used) : finish(groups, [])
}

function compareMarks(form) {
  const place = new Map(form.grades.map(({ id }, at) => [id, at]))
  return (one, other) =>
    typeof one === 'number' && typeof other === 'number' ? other - one : place.get(one) - place.get(other)
}

/** Counts all sheets: the same figures as the file's own `count`. */
function countAgain({ form, phone, paper }) {
  const judged = [
    ...phone.map(sheet => ({ sheet, medium: 'phone', why: whyVoid(form, sheet) })),
    ...paper.map(sheet => ({ sheet, medium: 'paper', why: whyVoid(form, sheet) })),
  ]
  const { groups, withheld } = groupsOf(form, judged)
  const sets = groups.map(ids => ({ ids, own: judged.filter(({ sheet }) => ids.includes(sheet.voterClass)) }))
  return {
    classes: sets.map(({ ids, own }) => ({
      voterClasses: ids,
      phone: own.filter(({ medium }) => medium === 'phone').length,
      paper: own.filter(({ medium }) => medium === 'paper').length,
      voided: ['allEqual', 'tooManyHigh', 'faulty']
        .map(reason => ({ reason, sheets: own.filter(({ why }) => why === reason).length }))
        .filter(({ sheets }) => sheets > 0),
    })),
    units: form.lines.map(({ unit }, at) => ({
      unit,
      classes: sets.map(({ ids, own }) => {
        const valid = own.filter(({ why }) => why === undefined).map(({ sheet }) => sheet.marks[at])
        const marks = valid.filter(mark => worthOf(form, mark) !== null).toSorted(compareMarks(form))
        return {
          voterClasses: ids,
          marks,
          voided: own.length - valid.length,
          abstained: valid.length - marks.length,
          unanimous: marks.length > 0 && marks.every(mark => mark === marks[0]),
        }
      }),
    })),
    withheld,
  }
}

/** The receipt of a sheet: SHA-256 over the nonce's bytes and the sheet's text. */
function receiptOf({ form }, sheet) {
  if (sheet.faulty) return sheet.receipt
  const lines = form.lines.map(({ unit }, at) => [unit, sheet.marks[at] ?? null])
  const text = JSON.stringify(['hengping-sheet-1', form.meeting, sheet.voterClass, lines])
  return sha256(Buffer.from(sheet.nonce, 'hex'), text)
}

const KEYS = 'count,form,format,hash,issued,meeting,paper,phone,present,published'

/** Checks a count file; returns what is wrong. */
export function checkCountFile(text, published, fingerprint) {
  const wrong = []
  const expect = (holds, what) => void (holds || wrong.push(what))
  let file
  try {
    file = JSON.parse(text)
    if (file.format !== 'hengping-count-1') return ['not a count file']
    expect(Object.keys(file).toSorted().join() === KEYS, 'fields are missing or added')
    expect(canonical(file) === text, 'the text is not as it was written')
    expect(
      sha256(canonical({ ...file, hash: undefined })) === file.hash,
      'the hash inside is not of this content',
    )
    if (fingerprint) expect(sha256(text) === fingerprint, 'the fingerprint is not that of the minutes')
    const { form, phone, paper } = file
    expect(form.meeting === file.meeting.id, 'the form is of another meeting')
    expect(
      new Set(form.lines.map(({ unit }) => unit)).size === form.lines.length,
      'a unit is on the form twice',
    )
    const classes = new Set(form.classes.map(({ id }) => id))
    expect(
      [...phone, ...paper].every(({ voterClass }) => classes.has(voterClass)),
      'a sheet is of no class',
    )
    const keysOf = sheet => Object.keys(sheet).toSorted().join()
    expect(
      phone.every(
        sheet => keysOf(sheet) === (sheet.faulty ? 'faulty,receipt,voterClass' : 'marks,nonce,voterClass'),
      ),
      'a phone sheet has other fields',
    )
    expect(
      phone.every(sheet => sheet.faulty || /^[0-9a-f]{32}$/.test(sheet.nonce)),
      'a nonce is not one',
    )
    const nonces = phone.filter(sheet => !sheet.faulty).map(({ nonce }) => nonce)
    expect(new Set(nonces).size === nonces.length, 'a sheet stands twice')
    expect(
      [...phone, ...paper].every(sheet => sheet.faulty || sheet.marks.length === form.lines.length),
      'a sheet has other lines than the form',
    )
    const count = countAgain(file)
    expect(same(count, file.count), 'the count differs')
    const receipts = phone.map(sheet => receiptOf(file, sheet)).toSorted()
    const made = canonical({ format: 'hengping-published-1', meeting: file.meeting, receipts, count })
    expect(sha256(made) === file.published, 'what is to be published differs')
    if (published) expect(published === made, 'what was published differs')
  } catch (error) {
    wrong.push(`unreadable: ${error.message}`)
  }
  return wrong
}

/** Checks a published file as far as it reaches; returns what is wrong. */
export function checkPublished(text, fingerprint) {
  const wrong = []
  const expect = (holds, what) => void (holds || wrong.push(what))
  try {
    const file = JSON.parse(text)
    if (file.format !== 'hengping-published-1') return ['not a published file']
    const { receipts, count } = file
    expect(canonical(file) === text, 'the text is not as it was written')
    if (fingerprint) expect(sha256(text) === fingerprint, 'the fingerprint is another')
    expect(new Set(receipts).size === receipts.length, 'a receipt stands twice')
    expect(same(receipts, receipts.toSorted()), 'receipts are not in order')
    const phones = count.classes.reduce((sum, { phone }) => sum + phone, 0)
    expect(
      count.withheld.length > 0 ? phones <= receipts.length : phones === receipts.length,
      'receipts are too many or few',
    )
    for (const { unit, classes } of count.units)
      for (const [at, one] of classes.entries()) {
        const of = count.classes[at]
        const voided = of.voided.reduce((sum, { sheets }) => sum + sheets, 0)
        expect(same(of.voterClasses, one.voterClasses), `${unit}: other classes`)
        expect(one.voided === voided, `${unit}: void sheets differ`)
        expect(
          one.marks.length + voided + one.abstained === of.phone + of.paper,
          `${unit}: marks do not add up`,
        )
      }
  } catch (error) {
    wrong.push(`unreadable: ${error.message}`)
  }
  return wrong
}

/** Where more sheets came in than were handed out and kept, by class and medium: no fault of the file, but somebody has to explain it. */
export function beyondIssued(text) {
  const { issued, phone, paper } = JSON.parse(text)
  return issued.flatMap(({ voterClass, medium, handedOut, givenBack, spoilt }) => {
    const came = (medium === 'phone' ? phone : paper).filter(sheet => sheet.voterClass === voterClass).length
    const most = handedOut - givenBack - spoilt
    return came > most ? [`${voterClass}, ${medium}: ${came} sheets, ${most} handed out and kept`] : []
  })
}

function main([path, ...rest]) {
  const text = readFileSync(path, 'utf8')
  const fingerprint = rest.find(one => /^[0-9a-f]{64}$/.test(one))
  const other = rest.find(one => one !== fingerprint)
  const isPublished = text.includes('"format":"hengping-published-1"')
  const wrong = isPublished
    ? checkPublished(text, fingerprint)
    : checkCountFile(text, other && readFileSync(other, 'utf8'), fingerprint)
  for (const what of wrong) console.log('differs:', what)
  console.log(wrong.length === 0 ? 'agrees' : `${wrong.length} things differ`, `fingerprint ${sha256(text)}`)
  if (isPublished)
    console.log('a published file has no whole sheets: void rules and single sheets are not checked')
  else if (wrong.length === 0) for (const what of beyondIssued(text)) console.log('to be explained:', what)
  console.log(
    'not checked, since no file can show it: that a sheet came from a voter, and that none is missing',
  )
  console.log(
    'a voter finds the own receipt among those published; the minutes name how many slips were issued',
  )
  if (!fingerprint)
    console.log('no fingerprint of the minutes was given: another whole file would not be noticed')
  process.exit(wrong.length > 0 ? 1 : 0)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) main(process.argv.slice(2))
