import { Form } from 'antd'
import type { ReactNode } from 'react'
import { type Path, useFaultsAt } from './FormContext.ts'

interface Props {
  readonly id: string
  readonly label: string
  readonly path: Path
  readonly optional?: boolean
  readonly hint?: string | undefined
  readonly children: ReactNode
}

/** 表单的一行: label, field, and the faults that lie exactly there. */
export function FieldLine({ id, label, path, optional = false, hint, children }: Props) {
  const faults = useFaultsAt(path)
  const wrong = faults.find(fault => fault.severity === 'fault')
  const said = wrong ?? faults[0]
  return (
    <Form.Item
      label={label}
      htmlFor={id}
      required={!optional}
      {...(said !== undefined && { validateStatus: wrong === undefined ? 'warning' : 'error' })}
      help={said === undefined ? hint : `${said.wrong}。${said.remedy}。`}
    >
      {children}
    </Form.Item>
  )
}

/** 字段的标识, for its label. */
export function idOf(path: Path): string {
  return `field-${path.join('-')}`
}
