import { Checkbox, Form, Input, Select } from 'antd'
import { optionsOf } from '../../../../contract/scheme/optionNames.ts'
import { fieldLabel } from '../../../../contract/scheme/fieldLabels.ts'
import { ChooseDay } from './ChooseDay.tsx'
import { ChooseMonthDay } from './ChooseMonthDay.tsx'
import { FieldLine, idOf } from './FieldLine.tsx'
import type { Field } from './fieldSpec.ts'
import { type Path, useForm } from './FormContext.ts'
import { GroupInput } from './GroupInput.tsx'
import { ItemsInput } from './ItemsInput.tsx'
import { NumberOrInput } from './NumberOrInput.tsx'
import { referencesOf, rulesOf } from './references.ts'
import { TableInput } from './TableInput.tsx'
import { NumberInput } from '../../../kit/form/NumberInput.tsx'
import { textLimit } from '../../../kit/form/textLimit.tsx'

interface Props {
  readonly field: Field
  readonly value: unknown
  readonly path: Path
  /** the enclosing field, which may rename this one. */
  readonly around: string | undefined
  readonly onChange: (value: unknown) => void
}

/** Edits one field, by its kind. */
export function FieldInput(props: Props) {
  const { field, path, around, value, onChange } = props
  const label = field.label ?? fieldLabel(field.key, around)
  const id = idOf(path)
  if (field.kind === 'group')
    return <GroupInput field={field} label={label} value={value} path={path} onChange={onChange} />
  if (field.kind === 'items')
    return <ItemsInput spec={field.item} label={label} value={value} path={path} onChange={onChange} />
  if (field.kind === 'table')
    return <TableInput field={field} label={label} value={value} path={path} onChange={onChange} />
  if (field.kind === 'flag') {
    return (
      <Form.Item help={field.hint}>
        <Checkbox
          id={id}
          checked={value === true}
          onChange={event => onChange(event.target.checked ? true : field.optional ? undefined : false)}
        >
          {label}
        </Checkbox>
      </Form.Item>
    )
  }
  return (
    <FieldLine id={id} label={label} path={path} optional={field.optional === true} hint={field.hint}>
      <Control {...props} id={id} label={label} />
    </FieldLine>
  )
}

function Control({
  field,
  value,
  path,
  onChange,
  id,
  label,
}: Props & { readonly id: string; readonly label: string }) {
  const { document } = useForm()
  const blank = field.optional ? undefined : ''
  switch (field.kind) {
    case 'text':
      return (
        <Input
          id={id}
          value={textOf(value)}
          maxLength={200}
          onChange={event => onChange(event.target.value || blank)}
        />
      )
    case 'longText':
      return (
        <Input.TextArea
          id={id}
          value={textOf(value)}
          {...textLimit(1000)}
          autoSize={{ minRows: 1, maxRows: 6 }}
          onChange={event => onChange(event.target.value || blank)}
        />
      )
    case 'citation':
      return (
        <>
          <Input
            id={id}
            value={textOf(value)}
            maxLength={50}
            list="scheme-clauses"
            className="field-short"
            onChange={event => onChange(event.target.value || blank)}
          />
        </>
      )
    case 'number':
      return (
        <NumberInput
          controls={false}
          id={id}
          value={typeof value === 'number' ? value : null}
          precision={field.whole ? 0 : undefined}
          suffix={field.unit}
          onChange={next => onChange(next ?? (field.optional ? undefined : null))}
        />
      )
    case 'option':
      return (
        <Select
          id={id}
          {...chosen(value, field)}
          options={[...none(field), ...optionsOf(field.of)]}
          onChange={(next: string) => onChange(next || undefined)}
        />
      )
    case 'ref':
      return (
        <Select
          id={id}
          {...chosen(value, field)}
          showSearch={{ optionFilterProp: 'label' }}
          options={[...none(field), ...referencesOf(document, field.of, path)]}
          onChange={(next: string) => onChange(next || undefined)}
        />
      )
    case 'refs':
      return (
        <Select
          id={id}
          mode="multiple"
          value={listOf(value)}
          placeholder={field.none ?? '请选择'}
          showSearch={{ optionFilterProp: 'label' }}
          options={[...referencesOf(document, field.of, path)]}
          onChange={next => onChange(next.length === 0 && field.optional ? undefined : next)}
        />
      )
    case 'texts':
      return (
        <Input.TextArea
          id={id}
          defaultValue={listOf(value).join('\n')}
          placeholder="一行写一个"
          autoSize={{ minRows: 1, maxRows: 6 }}
          onChange={event => {
            const next = event.target.value
              .split('\n')
              .map(line => line.trim())
              .filter(Boolean)
            onChange(next.length === 0 && field.optional ? undefined : next)
          }}
        />
      )
    case 'numbers':
      return (
        <Input
          id={id}
          defaultValue={(value as readonly number[] | undefined)?.join('、')}
          placeholder="如 100、99、98"
          onChange={event => onChange(numbersIn(event.target.value))}
        />
      )
    case 'numberOr':
      return <NumberOrInput id={id} label={label} field={field} value={value} onChange={onChange} />
    case 'day':
      return <ChooseDay id={id} value={textOf(value)} onChange={next => onChange(next || blank)} />
    case 'monthDay':
      return (
        <ChooseMonthDay
          id={id}
          label={label}
          value={textOf(value)}
          optional={field.optional === true}
          onChange={onChange}
        />
      )
    case 'ruleOfRow':
      return (
        <Select
          id={id}
          value={keyOfRule(value)}
          placeholder="请选择"
          showSearch={{ optionFilterProp: 'label' }}
          options={rulesOf(document).map(({ row, rule, label: said }) => ({
            value: `${row}\n${rule}`,
            label: said,
          }))}
          onChange={(next: string) => onChange(next.split('\n'))}
        />
      )
    default:
      return null
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

interface OneOf {
  readonly optional?: true
  readonly none?: string
}

/** Returns the empty choice of an optional field. */
function none({
  optional,
  none: said = '不填',
}: OneOf): readonly { readonly value: string; readonly label: string }[] {
  return optional ? [{ value: '', label: said }] : []
}

function chosen(value: unknown, { optional }: OneOf) {
  const text = textOf(value)
  return { value: text === '' && !optional ? undefined : text, placeholder: '请选择' }
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : []
}

function numbersIn(text: string): number[] {
  return [...text.normalize('NFKC').matchAll(/-?\d+(\.\d+)?/g)].map(([number]) => Number(number))
}

function keyOfRule(value: unknown): string | undefined {
  return Array.isArray(value) && value.length === 2 ? value.join('\n') : undefined
}
