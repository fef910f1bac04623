import { Button, InputNumber } from 'antd'
import { useState } from 'react'
import { issueFields, mediumNames } from '../../../../contract/meetings/ballotFields.ts'
import { useAct } from '../../../client/useAct.ts'
import { RefusedNotice } from '../../../kit/RefusedNotice.tsx'
import type { Ballots } from './ballotTypes.ts'
import { useMeetingParams } from './useBallots.ts'

type Issued = Ballots['issued'][number]
type Counted = keyof typeof issueFields

const COUNTED = Object.keys(issueFields) as readonly Counted[]

/** Counts the slips and sheets of each class: printed, handed out, given back, spoilt. */
export function IssuedForm({ ballots: { issued, form } }: { readonly ballots: Ballots }) {
  const params = useMeetingParams()
  const save = useAct('POST /api/years/:year/meetings/:meeting/ballots/issued', { done: '已登记' })
  const [typed, setTyped] = useState<Readonly<Record<string, number>>>({})
  if (issued.length === 0) return null
  const keyOf = ({ voterClass, medium }: Issued, name: Counted) => `${voterClass} ${medium} ${name}`
  const valueOf = (one: Issued, name: Counted) => typed[keyOf(one, name)] ?? one[name]
  const submit = async () => {
    const answer = await save.run({
      params,
      body: {
        issued: issued.map(one => ({
          voterClass: one.voterClass,
          medium: one.medium,
          handedOut: valueOf(one, 'handedOut'),
          givenBack: valueOf(one, 'givenBack'),
          spoilt: valueOf(one, 'spoilt'),
        })),
      },
    })
    if (answer !== undefined) setTyped({})
  }
  return (
    <section aria-label="发放登记">
      <h2>发放登记</h2>
      <p>会前数清发出的张数，散会时收回没用的。发出减退回减作废，应不多于到会人数；收到的票应不多于它。</p>
      <RefusedNotice error={save.refused} />
      <table className="slips-issued">
        <thead>
          <tr>
            <th scope="col">票种</th>
            <th scope="col">票</th>
            <th scope="col">印制</th>
            {COUNTED.map(name => (
              <th key={name} scope="col">
                {issueFields[name].label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {issued.map(one => {
            const className = form.classes.find(({ id }) => id === one.voterClass)?.name ?? one.voterClass
            return (
              <tr key={`${one.voterClass} ${one.medium}`}>
                <th scope="row">{className}</th>
                <td>{mediumNames[one.medium]}</td>
                <td>{one.printed}</td>
                {COUNTED.map(name => (
                  <td key={name}>
                    <InputNumber
                      aria-label={`${className}${mediumNames[one.medium]}${issueFields[name].label}`}
                      min={0}
                      max={issueFields[name].max}
                      precision={0}
                      value={valueOf(one, name)}
                      onChange={value => setTyped(now => ({ ...now, [keyOf(one, name)]: value ?? 0 }))}
                    />
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
      <Button
        type="primary"
        loading={save.busy}
        disabled={Object.keys(typed).length === 0}
        onClick={() => void submit()}
      >
        保存登记
      </Button>
    </section>
  )
}
