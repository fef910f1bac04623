import { App, InputNumber, type InputNumberProps } from 'antd'
import { changedFigure, figureText } from './figureText.ts'

interface Props extends InputNumberProps<number> {
  /** Text in the field that is no number. */
  readonly unread?: string | undefined
  /** Takes such a text, or nothing once a number or nothing stands there. */
  readonly onUnread?: (typed: string | undefined) => void
}

/** Takes a number, also one typed in full width. What is no number stays if somebody takes it as unread; else a message names it as it goes, as it does where limits change a figure. */
export function NumberInput({ unread, onUnread, value, onBlur, ...props }: Props) {
  const { message } = App.useApp()
  return (
    <InputNumber<number>
      // antd reads and shows the text itself, although it types both by the value.
      parser={
        ((typed?: string) => (isFigure(typed) ? figureText(typed) : '')) as unknown as (
          typed?: string,
        ) => number
      }
      {...props}
      value={(unread as unknown as number | undefined) ?? value ?? null}
      onInput={(typed: string) => onUnread?.(isFigure(typed) ? undefined : typed)}
      onBlur={event => {
        const typed = event.target.value
        const said = isFigure(typed)
          ? changedFigure(typed, props)
          : `“${typed.trim()}”不是数字，没有填入；请填数字`
        if (onUnread === undefined && said !== undefined) void message.warning(said)
        onBlur?.(event)
      }}
    />
  )
}

function isFigure(typed: string | undefined): boolean {
  return !Number.isNaN(Number(figureText(typed)))
}
