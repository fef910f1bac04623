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

/** Shows one line of a form: label, field, and the faults at exactly that place. */
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

/** Returns the id of a field, for its label. */
export function idOf(path: Path): string {
  return `field-${path.join('-')}`
}
