import { Button, Checkbox, Form, Input } from 'antd'
import { type ReactNode, useId } from 'react'
import { Choice } from '../../kit/Choice.tsx'
import { DayField } from '../../kit/DayField.tsx'
import type { RosterUnit, Terms } from './rosterTypes.ts'
import { TermFields } from './TermFields.tsx'
import type { UnitDraft } from './unitDraft.ts'
import { UnitSelect } from '../../kit/UnitSelect.tsx'

interface Props {
  readonly draft: UnitDraft
  readonly isNew: boolean
  readonly units: readonly RosterUnit[]
  readonly terms: Terms
  /** what is missing, by field; told once the form has been sent. */
  readonly missing: Readonly<Record<string, string>>
  readonly busy: boolean
  /** what stood in the way of saving, above the buttons, where it is seen. */
  readonly notice: ReactNode
  readonly onChange: (draft: UnitDraft) => void
  readonly onSave: () => void
  readonly onCancel: () => void
}

/** 单位的表单: its own fields, and the terms of those who hold its posts. */
export function UnitForm({
  draft,
  isNew,
  units,
  terms,
  missing,
  busy,
  notice,
  onChange,
  onSave,
  onCancel,
}: Props) {
  const id = useId()
  const set = (part: Partial<UnitDraft>) => onChange({ ...draft, ...part })
  const leads = units.filter(unit => unit.leadUnit === undefined && unit.id !== draft.id)
  const field = (name: string, label: string, control: (id: string) => ReactNode, optional = false) => (
    <Form.Item
      label={label}
      htmlFor={`${id}-${name}`}
      required={!optional}
      validateStatus={missing[name] === undefined ? '' : 'error'}
      help={missing[name]}
    >
      {control(`${id}-${name}`)}
    </Form.Item>
  )
  const text = (name: 'id' | 'name' | 'kind' | 'level', words?: readonly string[]) => (control: string) => (
    <>
      <Input
        id={control}
        value={draft[name]}
        maxLength={name === 'id' ? 100 : 200}
        disabled={name === 'id' && !isNew}
        autoComplete="off"
        translate={name === 'id' ? 'no' : undefined}
        list={words && `${control}-words`}
        onChange={event => set({ [name]: event.target.value })}
      />
      {words && (
        <datalist id={`${control}-words`}>
          {words.map(word => (
            <option key={word} value={word} />
          ))}
        </datalist>
      )}
    </>
  )
  return (
    <Form layout="vertical" className="unit-form" onFinish={onSave}>
      <div className="unit-form-fields">
        {field('name', '单位名称', text('name'))}
        {field('id', isNew ? '单位编号（用后不能修改）' : '单位编号', text('id'))}
        {field('kind', '类别', text('kind', terms.kinds))}
        {field('level', '级别', text('level', terms.levels))}
        {field('tier', '层级', control => (
          <ChoiceField
            id={control}
            label="层级"
            value={draft.tier}
            options={terms.tiers}
            {...(draft.tier === '' && { none: '请选择' })}
            onChange={tier => set({ tier })}
          />
        ))}
        {field(
          'leadUnit',
          '牵头单位',
          control => (
            <UnitSelect
              id={control}
              units={leads}
              value={draft.leadUnit}
              none="没有牵头单位"
              onChange={leadUnit => set({ leadUnit })}
            />
          ),
          true,
        )}
        {terms.cohorts.length > 0 &&
          field(
            'cohort',
            '排名类别',
            control => (
              <ChoiceField
                id={control}
                label="排名类别"
                value={draft.cohort}
                options={terms.cohorts}
                none="不分类别"
                onChange={cohort => set({ cohort })}
              />
            ),
            true,
          )}
        {field(
          'opensOn',
          '成立日期',
          control => (
            <DayField id={control} value={draft.opensOn} onChange={opensOn => set({ opensOn })} />
          ),
          true,
        )}
        {field(
          'closesOn',
          '撤销日期',
          control => (
            <DayField id={control} value={draft.closesOn} onChange={closesOn => set({ closesOn })} />
          ),
          true,
        )}
      </div>
      <div className="unit-form-ticks">
        <Checkbox checked={draft.affiliated} onChange={event => set({ affiliated: event.target.checked })}>
          党组织关系归口组织考核者
        </Checkbox>
        <Checkbox
          checked={draft.headedByLeader}
          onChange={event => set({ headedByLeader: event.target.checked })}
        >
          由上级领导兼任一把手
        </Checkbox>
      </div>
      <h2>任职</h2>
      <TermFields
        terms={draft.holders}
        posts={terms.posts}
        missing={missing}
        onChange={holders => set({ holders })}
      />
      <div className="unit-form-notice">{notice}</div>
      <div className="unit-form-buttons">
        <Button type="primary" htmlType="submit" loading={busy}>
          保存
        </Button>
        <Button onClick={onCancel} disabled={busy}>
          取消
        </Button>
      </div>
    </Form>
  )
}

interface ChoiceProps {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly options: readonly { readonly id: string; readonly name: string }[]
  readonly none?: string
  readonly onChange: (value: string) => void
}

function ChoiceField({ label, value, options, none, onChange }: ChoiceProps) {
  return (
    <Choice
      label={label}
      value={value}
      {...(none !== undefined && { none })}
      options={options.map(option => ({ value: option.id, text: option.name }))}
      onChange={onChange}
    />
  )
}
