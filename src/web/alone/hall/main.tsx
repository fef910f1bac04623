import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { HallPage } from './HallPage.tsx'
import '../../base.css'

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <HallPage />
  </StrictMode>,
)
