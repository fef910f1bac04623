import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Phone } from './page/Phone.tsx'
import '../../base.css'
import './page/phone.css'

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Phone />
  </StrictMode>,
)
