import { Form, Modal } from 'antd'
import type { ReactNode } from 'react'
import { FormFields } from './FormFields.tsx'
import { FormNotice } from './FormNotice.tsx'
import type { Fields } from './formValues.ts'
import type { FormState } from './useForm.ts'

interface Props<F extends Fields> {
  readonly form: FormState<F>
  readonly title: string
  readonly confirm: string
  /** Shown above the fields: what will happen. */
  readonly what?: ReactNode
  readonly width?: number
  readonly danger?: boolean
  /** Whether sending is blocked, always or until every field is filled in; a string gives the reason. */
  readonly waits?: boolean | string
  /** A further action beside the two buttons. */
  readonly aside?: ReactNode
  /** Custom layout of the fields. */
  readonly children?: ReactNode
  readonly onClose: () => void
}

/** Shows a form in a modal window. */
export function FormModal<F extends Fields>(props: Props<F>) {
  const { form, title, confirm, what, width, danger, waits = false, aside, children, onClose } = props
  return (
    <Modal
      open
      title={title}
      {...(width !== undefined && { width })}
      okText={confirm}
      cancelText="取消"
      okButtonProps={{
        danger: danger === true,
        disabled: waits !== false,
        ...(typeof waits === 'string' && { title: waits }),
      }}
      confirmLoading={form.busy}
      mask={{ closable: false }}
      {...(aside !== undefined && {
        footer: (_, { OkBtn, CancelBtn }) => (
          <div className="form-foot buttons">
            {aside}
            <span className="push-right" />
            <CancelBtn />
            <OkBtn />
          </div>
        ),
      })}
      onOk={form.submit}
      onCancel={onClose}
    >
      {what !== undefined && what !== false && <div className="form-what">{what}</div>}
      <FormNotice of={form} />
      <Form layout="vertical" component="div">
        {children ?? <FormFields of={form} />}
      </Form>
    </Modal>
  )
}
