import type { BallotForm } from '../../../domain/campaign/ballot/ballotForm.ts'
import type { MarkFault } from '../../../domain/campaign/ballot/markFaults.ts'
import { markFaults } from '../../../domain/campaign/ballot/markFaults.ts'
import { readMark, sheetText, type WrittenMark } from '../../../domain/campaign/ballot/sheetText.ts'
import { readSlipCode } from '../../../crypto/slipSecret.ts'
import { ask, AskFault, askKept, listReports, type VotePart } from './ask.ts'
import { type DoneVote, type KeptVote, readKept, slipAtHand, watchKept, writeKept } from './keptVote.ts'
import { toForm } from './toForm.ts'
import { type Credential, credentialFrom, hashOfSlip, requestOf, sealText } from './voteCrypto.ts'

/** What the page shows. */
export type Screen =
  | { readonly at: 'code'; readonly said?: string }
  | { readonly at: 'opening'; readonly said?: string }
  | { readonly at: 'ended'; readonly title: string; readonly message: string }
  | { readonly at: 'start' | 'review' }
  /** The sheet, from this unit on. */
  | { readonly at: 'sheet'; readonly unit?: string }
  /** The report of a unit. */
  | { readonly at: 'report'; readonly unit: string }
  | { readonly at: 'casting'; readonly said?: string }
  | { readonly at: 'done'; readonly done: DoneVote }

const WAIT = 8000
const WATCH = 60_000
const LONGEST = 15_000

/** A vote on this phone: from the slip's code to the receipt. Each step can be repeated after a reload, with one sheet or none as the outcome. */
export class Voting {
  screen: Screen = { at: 'opening' }
  part: VotePart | undefined
  form: BallotForm | undefined
  /** Units whose reports may be read here. */
  reports: ReadonlySet<string> = new Set()
  #slip = ''
  #kept: KeptVote = { marks: {} }
  #credential: Credential | undefined
  #isCasting = false
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #changed: () => void

  constructor(changed: () => void) {
    this.#changed = changed
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) this.#again()
    })
    addEventListener('online', () => this.#again())
  }

  /** Opens a slip by its code, or the slip at hand, or asks for a code. */
  async open(typed: string | undefined): Promise<void> {
    const code = typed === undefined ? undefined : readSlipCode(typed)
    if (typed !== undefined && code === undefined) {
      return this.show({ at: 'code', said: '编码是16位字母和数字，请对照票条重新输入' })
    }
    const slip = code === undefined ? slipAtHand() : hashOfSlip(code)
    if (slip === undefined) return this.show({ at: 'code' })
    clearTimeout(this.#timer)
    this.#slip = slip
    this.#credential = undefined
    this.part = undefined
    this.#kept = readKept(slip)
    if (code !== undefined && this.#kept.done === undefined) this.#keep({ code })
    watchKept(slip, () => this.#takeFromOtherTab(slip))
    if (this.#kept.done !== undefined) return this.show({ at: 'done', done: this.#kept.done })
    this.show({ at: 'opening' })
    await this.#refresh()
  }

  /** The mark of a unit, if it has one. */
  markOf(unit: string): WrittenMark {
    return this.#kept.marks[unit] ?? null
  }

  /** Marks a unit, or takes its mark away. */
  mark(unit: string, mark: WrittenMark): void {
    const marks = { ...readKept(this.#slip).marks }
    if (mark === null) delete marks[unit]
    else marks[unit] = mark
    this.#keep({ marks })
    this.#changed()
  }

  /** What is wrong with the marks so far. */
  faults(): readonly MarkFault[] {
    return this.form === undefined ? [] : markFaults(this.form, this.#marks(this.form))
  }

  /** Why no sheet may be cast yet; undefined once one may. */
  get waitsFor(): string | undefined {
    if (this.part === undefined || this.part.mayCast) return undefined
    return this.part.state === 'open' ? '全部述职结束后才能投出' : '还没有开始投票'
  }

  show(screen: Screen): void {
    this.screen = screen
    this.#changed()
  }

  /** Seals the sheet once and sends it until the server says clearly what became of it. */
  async cast(): Promise<void> {
    const { part, form } = this
    if (part === undefined || form === undefined || this.#isCasting) return
    this.#isCasting = true
    this.show({ at: 'casting' })
    try {
      const credential = this.#kept.pending ?? (await this.#insist(() => this.#redeem()))
      // Another tab may have sealed a sheet in the meantime: then that one is sent.
      this.#kept = readKept(this.#slip)
      if (this.#kept.done !== undefined) return this.show({ at: 'done', done: this.#kept.done })
      if (this.#kept.pending === undefined) {
        if (part.sealTo === undefined) throw new AskFault('还没有生成开票钥匙，请稍后再投', false)
        const text = sheetText(form, { voterClass: part.voterClass.id, marks: this.#marks(form) })
        this.#keep({ pending: sealText(text, part, part.sealTo, credential) })
      }
      await this.#send(part)
    } catch (error) {
      if (!(error instanceof AskFault)) throw error
      await this.#explain(error, part)
    } finally {
      this.#isCasting = false
    }
  }

  async #send(part: VotePart): Promise<void> {
    const { pending } = this.#kept
    if (pending === undefined) return
    const { meeting } = part.form
    const { voterClass, token, signature, sealed } = pending
    const answer = await this.#insist(() =>
      ask('POST /api/vote/cast', { meeting, voterClass, token, signature, sealed }),
    )
    if (answer.kept !== pending.kept) throw new AskFault('服务器的答复与投出的票对不上', false)
    this.#finish(part, pending.receipt)
  }

  #finish({ form, meetingName, rehearsal }: VotePart, receipt: string): void {
    const done: DoneVote = { meeting: form.meeting, meetingName, rehearsal, receipt }
    this.#kept = { marks: {}, done }
    writeKept(this.#slip, this.#kept)
    this.show({ at: 'done', done })
  }

  /** Says what became of the sheet after a clear refusal: it is there, it is not, or another one is. */
  async #explain(error: AskFault, part: VotePart): Promise<void> {
    const { done } = readKept(this.#slip)
    if (done !== undefined) return this.show({ at: 'done', done })
    const { pending } = this.#kept
    if (pending === undefined)
      return this.show({ at: 'ended', title: '没有投出', message: `${error.message}。` })
    const found = await this.#insist(() => askKept(part, pending)).catch(() => undefined)
    if (found === undefined)
      return this.show({
        at: 'ended',
        title: '还不能确定',
        message: `${error.message}。票是否收到还查不到，请不要丢掉票条，过一会儿刷新本页再查。`,
      })
    if (found.kept === pending.kept) return this.#finish(part, pending.receipt)
    if (readKept(this.#slip).pending?.kept === pending.kept) this.#keep({ pending: undefined })
    const { done: there } = readKept(this.#slip)
    if (there !== undefined) return this.show({ at: 'done', done: there })
    if (found.kept !== undefined) return this.show(CAST_ELSEWHERE)
    this.show({ at: 'ended', title: '没有投出', message: `${error.message}。您的票没有收到。` })
  }

  /** Redeems the slip for a credential. The same slip gets the same one again, on this phone or another. */
  async #redeem(): Promise<Credential> {
    if (this.#credential !== undefined) return this.#credential
    const { part } = this
    const { code } = this.#kept
    if (part === undefined || code === undefined) throw new AskFault('请重新扫票条', false)
    const request = requestOf(code, part)
    const blinded = Array.from(request.blindedMessage, byte => byte.toString(16).padStart(2, '0')).join('')
    const { signature } = await ask('POST /api/vote/redeem', { slip: this.#slip, blinded })
    const credential = credentialFrom(part, request, signature)
    if (credential === undefined) throw new AskFault('服务器给的凭证无效，请到工作台说明', false)
    return (this.#credential = credential)
  }

  /** Repeats a request until a clear answer comes. */
  async #insist<A>(work: () => Promise<A>): Promise<A> {
    for (let pause = 1000; ; pause = Math.min(LONGEST, pause * 2)) {
      try {
        return await work()
      } catch (error) {
        if (!(error instanceof AskFault) || !error.isUncertain) throw error
        this.show({ at: 'casting', said: `${error.message}。会自动再试，请不要关掉这一页。` })
        await new Promise<void>(resolve => {
          this.#wake = resolve
          setTimeout(resolve, pause)
        })
      }
    }
  }

  #wake: (() => void) | undefined

  /** Reads the slip's meeting anew; while no sheet may be cast yet, every few seconds. */
  async #refresh(): Promise<void> {
    clearTimeout(this.#timer)
    const slip = this.#slip
    try {
      const part = await ask('POST /api/vote/slip', { slip })
      if (slip !== this.#slip) return
      this.part = part
      this.form = toForm(part.form)
      await this.#judge(part)
    } catch (error) {
      if (!(error instanceof AskFault) || slip !== this.#slip) throw error
      if (!error.isUncertain) return this.show({ at: 'code', said: error.message })
      if (this.screen.at === 'opening') this.show({ at: 'opening', said: `${error.message}。会自动再试。` })
      this.#later()
    }
  }

  /** Chooses the screen by what the server says of the slip and what this phone keeps. */
  async #judge(part: VotePart): Promise<void> {
    const isEarly = part.state === 'prepared' || part.state === 'open'
    if (this.#kept.pending !== undefined) return this.cast()
    if (part.slip === 'redeemed' && this.#credential === undefined && (await this.#wasCast(part)))
      return this.show(CAST_ELSEWHERE)
    if (part.state === 'brokenOff')
      return this.show({
        at: 'ended',
        title: '会议已中止',
        message: '这次会议的票全部销毁，不计票。重新开会时请领新的票条。',
      })
    if (!isEarly)
      return this.show({ at: 'ended', title: '投票已截止', message: '这张票条没有投出过票，现在不能再投。' })
    void this.#readReports(part)
    // Early, so that redeeming and casting do not stand side by side; but not while the page is being built.
    setTimeout(() => void this.#redeem().catch(() => undefined), 1000 + Math.random() * 4000)
    if (this.screen.at === 'opening')
      this.show({ at: Object.keys(this.#kept.marks).length > 0 ? 'sheet' : 'start' })
    else this.#changed()
    this.#later(part.mayCast ? WATCH : WAIT)
  }

  async #readReports({ form }: VotePart): Promise<void> {
    if (this.reports.size > 0) return
    this.reports = new Set(await listReports(form.meeting).catch(() => []))
    if (this.reports.size > 0) this.#changed()
  }

  /** Whether a sheet was cast with this slip, here or on another phone. */
  async #wasCast(part: VotePart): Promise<boolean> {
    try {
      return (await askKept(part, await this.#redeem())).kept !== undefined
    } catch (error) {
      if (error instanceof AskFault && !error.isUncertain) return false
      throw error
    }
  }

  #later(pause = WAIT): void {
    clearTimeout(this.#timer)
    // Spread, so that a hall of phones does not ask in one moment.
    this.#timer = setTimeout(
      () => !document.hidden && void this.#refresh(),
      pause * (0.75 + Math.random() / 2),
    )
  }

  #again(): void {
    this.#wake?.()
    const { at } = this.screen
    if (at === 'opening' || at === 'start' || at === 'sheet' || at === 'report' || at === 'review')
      void this.#refresh()
  }

  #takeFromOtherTab(slip: string): void {
    if (slip !== this.#slip || this.#isCasting) return
    this.#kept = readKept(slip)
    if (this.#kept.done !== undefined) this.show({ at: 'done', done: this.#kept.done })
    else this.#changed()
  }

  /** Keeps a change on top of what another tab may have kept. A receipt is never written over. */
  #keep(more: Partial<KeptVote>): void {
    const known = readKept(this.#slip)
    this.#kept = known.done === undefined ? { ...known, ...more } : known
    if (known.done === undefined) writeKept(this.#slip, this.#kept)
  }

  #marks(form: BallotForm) {
    return form.lines.map(({ unit }) => readMark(unit, this.markOf(unit)))
  }
}

const CAST_ELSEWHERE: Screen = {
  at: 'ended',
  title: '这张票条已经投过票',
  message: '票已收到，不能再投。回执在投票时用的那部手机（那个浏览器）上。',
}
