import { Input } from 'antd'
import { useId } from 'react'
import { UploadBox } from '../../../kit/UploadBox.tsx'

interface Props {
  readonly value: string
  readonly onChange: (text: string) => void
  readonly said: string | undefined
}

/** Takes a copy of the key: its file, or the text by a scanner for QR codes or by hand. */
export function CopyInput({ value, onChange, said }: Props) {
  const id = useId()
  return (
    <>
      <UploadBox
        accept={['.txt']}
        megabytes={1}
        what="钥匙文件"
        onFile={file => void file.text().then(onChange)}
      />
      <label htmlFor={id}>没有文件的，用扫码枪扫打印的二维码，或照着下面的字打</label>
      <Input.TextArea
        id={id}
        rows={3}
        autoComplete="off"
        spellCheck={false}
        translate="no"
        value={value}
        onChange={event => onChange(event.target.value)}
      />
      <p role="alert" className="bad">
        {said}
      </p>
    </>
  )
}
