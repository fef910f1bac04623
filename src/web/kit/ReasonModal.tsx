import type { ReactNode } from 'react'
import { tracedReasonField } from '../../contract/shape/field.ts'
import { FormModal } from './form/FormModal.tsx'
import { type Acting, useForm } from './form/useForm.ts'

interface Props {
  /** Whether it is shown; it is if omitted. */
  readonly open?: boolean
  readonly title: string
  /** What will happen, and what cannot be undone. */
  readonly what?: ReactNode
  readonly label?: string
  readonly confirm: string
  readonly danger?: boolean
  /** Maximum number of characters. */
  readonly most?: number
  readonly act: Acting
  readonly run: (reason: string) => Promise<unknown> | undefined
  /** Called when it is done or given up. */
  readonly onClose: () => void
}

/** Asks for the written reason that an action requires; it goes into the audit trail. The text stays when the action is refused. */
export function ReasonModal({ open = true, ...props }: Props) {
  return open ? <Reason {...props} /> : null
}

function Reason({ what, label = '理由', most = 2000, act, run, onClose, ...modal }: Omit<Props, 'open'>) {
  const reason = tracedReasonField(label, { max: most, lines: 4, focus: true })
  const form = useForm(
    { reason },
    { acts: [act], send: async sent => (await run(sent.reason)) as object | undefined, after: onClose },
  )
  const cancel = (): void => {
    act.forget()
    onClose()
  }
  return (
    <FormModal
      form={form}
      {...modal}
      what={typeof what === 'string' ? <p>{what}</p> : what}
      onClose={cancel}
    />
  )
}
