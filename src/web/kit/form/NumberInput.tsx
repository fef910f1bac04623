import { App, InputNumber, type InputNumberProps } from 'antd'
import { figureText } from './figureText.ts'

/** Takes a number, also one typed in full width; what is no number does not stay in the field, and a message says so. */
export function NumberInput({ onBlur, ...props }: InputNumberProps<number>) {
  const { message } = App.useApp()
  return (
    <InputNumber<number>
      // antd reads the text itself, although it types the parser by the value.
      parser={figureText as unknown as (typed?: string) => number}
      {...props}
      onBlur={event => {
        const typed = event.target.value.trim()
        const figure = figureText(typed)
        if (typed !== '' && (figure === '' || Number.isNaN(Number(figure))))
          void message.warning(`“${typed}”不是数字，没有填入；请填数字`)
        onBlur?.(event)
      }}
    />
  )
}
