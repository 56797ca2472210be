/** Where the web application begins. */
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from './api/query-client.ts';
import { createAppRouter } from './app/router.tsx';
import { sayPlainly } from './forms/messages.ts';
import { startTheme } from './lib/theme.ts';
import { Toaster, TooltipProvider } from './ui/index.ts';
import './index.css';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no #root');

startTheme();
sayPlainly();
const queryClient = createQueryClient();
const router = createAppRouter(queryClient);

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <TooltipProvider>
        <RouterProvider router={router} />
        <Toaster />
      </TooltipProvider>
    </QueryClientProvider>
  </StrictMode>,
);
