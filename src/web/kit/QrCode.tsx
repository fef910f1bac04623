import { useEffect, useState } from 'react'

interface Props {
  readonly text: string
  readonly label: string
  readonly className?: string
  /** Width of the empty edge, in modules; 0 where the surroundings are empty anyway. */
  readonly margin?: number
}

/** Shows a text, mostly an address, as a QR code that fills its box. */
export function QrCode({ text, label, className, margin = 0 }: Props) {
  const [svg, setSvg] = useState('')
  useEffect(() => {
    let wanted = true
    void import('qrcode').then(async ({ toString }) => {
      const drawn = await toString(text, { type: 'svg', margin })
      if (wanted) setSvg(drawn)
    })
    return () => {
      wanted = false
    }
  }, [text, margin])
  return <div className={className} role="img" aria-label={label} dangerouslySetInnerHTML={{ __html: svg }} />
}
