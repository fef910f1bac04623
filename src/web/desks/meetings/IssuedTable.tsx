import { issueFields } from '../../../contract/meetings/ballotFields.ts'
import type { Ballots } from './meetingTypes.ts'
import { NumberInput } from '../../kit/form/NumberInput.tsx'

/** What was issued to a class in one medium, with its name. */
export type IssuedLine = Ballots['issued'][number] & { readonly name: string }

interface Props {
  readonly lines: readonly IssuedLine[]
  readonly onChange: (lines: readonly IssuedLine[]) => void
}

const KEYS = ['handedOut', 'givenBack', 'spoilt'] as const

/** Takes the numbers of slips and sheets handed out, given back and spoilt. */
export function IssuedTable({ lines, onChange }: Props) {
  return (
    <table className="issued-table stacks">
      <thead>
        <tr>
          <th>票种</th>
          <th>印制</th>
          {KEYS.map(key => (
            <th key={key}>{issueFields[key].label}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line, at) => (
          <tr key={line.name}>
            <th scope="row">{line.name}</th>
            <td data-head="印制">{line.printed}</td>
            {KEYS.map(key => (
              <td key={key} data-head={issueFields[key].label}>
                <NumberInput
                  aria-label={`${line.name}${issueFields[key].label}`}
                  min={issueFields[key].min}
                  max={issueFields[key].max}
                  precision={0}
                  controls={false}
                  value={line[key]}
                  onChange={next => onChange(lines.with(at, { ...line, [key]: next ?? 0 }))}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
