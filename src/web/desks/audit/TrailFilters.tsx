import { Button } from 'antd'
import { choiceField, dayField, numberField, textField } from '../../../contract/shape/field.ts'
import type { CallAnswer } from '../../client/call.ts'
import { InlineForm } from '../../kit/form/InlineForm.tsx'
import { useForm } from '../../kit/form/useForm.ts'

type Groups = CallAnswer<'GET /api/trail'>['groups']

/** The requested filters of the audit trail. */
export interface AskedFilters {
  readonly group?: Groups[number]['id']
  readonly person?: string
  readonly unit?: string
  readonly year?: string
  readonly from?: string
  readonly to?: string
  readonly text?: string
}

interface Props {
  readonly groups: Groups
  readonly value: AskedFilters
  readonly onChange: (filters: AskedFilters) => void
}

/** Filters the audit trail by matter, person, unit, year, days and words; applied with 查找. */
export function TrailFilters({ groups, value, onChange }: Props) {
  const fields = {
    group: choiceField('类别', {
      options: groups.map(({ id, name }) => ({ value: id, label: name })),
      none: '全部类别',
      optional: true,
    }),
    person: textField('人员', { max: 100, optional: true }),
    unit: textField('单位', { max: 100, optional: true }),
    year: numberField('年度', { min: 1949, max: 2999, optional: true }),
    from: dayField('自', { optional: true }),
    to: dayField('至', { optional: true }),
    text: textField('事项中的文字', { max: 100, optional: true }),
  }
  const { year, ...texts } = value
  const form = useForm(fields, {
    start: { ...texts, year: year === undefined ? undefined : Number(year) },
    acts: [],
    send: async sent => {
      // An emptied field asks for nothing.
      const asked = Object.entries(sent).filter(([, given]) => given !== '')
      onChange(Object.fromEntries(asked.map(([key, given]) => [key, String(given)])))
      return sent
    },
  })
  return (
    <InlineForm
      form={form}
      className="trail-filters"
      confirm="查找"
      foot="trail-buttons"
      aside={
        <Button
          onClick={() => {
            form.drop()
            onChange({})
          }}
        >
          显示全部
        </Button>
      }
    />
  )
}
