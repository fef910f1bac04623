import { useState } from 'react'
import { slipFields } from '../../../../contract/meetings/slipFields.ts'
import { choiceField } from '../../../../contract/shape/field.ts'
import { useAct } from '../../../client/useAct.ts'
import { InlineForm } from '../../../kit/form/InlineForm.tsx'
import { useForm } from '../../../kit/form/useForm.ts'
import { ProgressLine } from '../../../kit/ProgressLine.tsx'
import type { Ballots, Meeting } from '../meetingTypes.ts'
import type { Batch } from './PrintedSlips.tsx'
import { useMeetingParams } from './useBallots.ts'
import { bytesToHex, randomBytes } from '@noble/hashes/utils.js'
import { CODE_LENGTH, slipCodeFrom, slipHashOf, slipSecretOf } from '../../../../crypto/slipSecret.ts'

interface Props {
  readonly meeting: Meeting
  readonly ballots: Ballots
  readonly onPrinted: (batch: Batch) => void
}

/** Makes a batch of slips in this browser and registers their hashes; the codes are on the printed page alone. */
export function PrintSlips({ meeting, ballots: { state, form: ballot, issued }, onPrinted }: Props) {
  const params = useMeetingParams()
  const print = useAct('POST /api/years/:year/meetings/:meeting/ballots/slips')
  const [made, setMade] = useState<{ readonly so: number; readonly of: number }>()
  const printedOf = (id: string) =>
    issued.find(one => one.voterClass === id && one.medium === 'phone')?.printed ?? 0
  const lackingOf = (id: string) =>
    Math.max(1, (meeting.classes.find(one => one.id === id)?.expected ?? 0) - printedOf(id))
  const printed = ballot.classes
    .filter(({ id }) => printedOf(id) > 0)
    .map(({ id, name }) => `${name}${printedOf(id)}张`)
  const first = ballot.classes.find(({ id }) => printedOf(id) === 0) ?? ballot.classes[0]
  const form = useForm(
    {
      voterClass: choiceField('票种', {
        options: ballot.classes.map(({ id, name }) => ({ value: id, label: name })),
      }),
      ...slipFields,
    },
    {
      start: ({ voterClass = first?.id ?? '' }) => ({ voterClass, slips: lackingOf(voterClass) }),
      acts: [print],
      send: async ({ voterClass, slips: count }) => {
        setMade({ so: 0, of: count })
        const slips = await makeSlips(count, so => setMade({ so, of: count }))
        setMade(undefined)
        const answer = await print.run({ params, body: { voterClass, slips: slips.map(({ hash }) => hash) } })
        return answer && { voterClass, slips }
      },
      after: ({ voterClass, slips }) =>
        onPrinted({
          className: ballot.classes.find(({ id }) => id === voterClass)?.name ?? voterClass,
          codes: slips.map(({ code }) => code),
        }),
    },
  )
  if (state !== 'prepared') return <p className="soft">投票已经开始，不再印制票条。</p>
  return (
    <section aria-label="印制票条">
      <h2>印制票条</h2>
      <p>
        每张票条有一个二维码，不印姓名和号码。编码只在这台电脑上生成，系统只留指纹，所以票条只能在生成后当场打印，关掉就不能再看；没打印成的，登记为作废后再印。
        {meeting.phase === 'planned' && '印出第一张以后，述职人、票种和规则不能再改。'}
      </p>
      {printed.length > 0 && <p>已印：{printed.join('，')}。</p>}
      <InlineForm form={form} confirm="生成票条" className="slips-form" />
      {made !== undefined && <ProgressLine label="正在生成票条" done={made.so} total={made.of} />}
    </section>
  )
}

/** A slip as it is printed, and what the server knows it by. */
interface MadeSlip {
  readonly code: string
  readonly hash: string
}

/** Makes slips from the browser's secure generator. Pauses between, so that the page stays alive. */
async function makeSlips(count: number, made: (so: number) => void): Promise<readonly MadeSlip[]> {
  const slips: MadeSlip[] = []
  while (slips.length < count) {
    const code = slipCodeFrom(randomBytes(CODE_LENGTH))
    slips.push({ code, hash: bytesToHex(slipHashOf(slipSecretOf(code))) })
    if (slips.length % 20 === 0) {
      made(slips.length)
      await new Promise(resolve => setTimeout(resolve))
    }
  }
  return slips
}
