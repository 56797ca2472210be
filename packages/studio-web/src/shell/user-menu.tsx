/** The person's menu: theme, account, log out. */
import { useNavigate } from '@tanstack/react-router';
import { CircleUser, LogOut, UserCog } from 'lucide-react';
import { cn } from '../lib/cn.ts';
import { setTheme, type Theme, themes, useTheme } from '../lib/theme.ts';
import { useLogOut, useUser } from '../session/session.ts';
import { DropdownMenu, type MenuItem, toastError } from '../ui/index.ts';

const THEME_NAMES: Readonly<Record<Theme, string>> = { light: 'Light', dark: 'Dark', system: "The system's" };

export function UserMenu({ open }: { readonly open: boolean }) {
  const user = useUser();
  const theme = useTheme();
  const navigate = useNavigate();
  const logOut = useLogOut();
  const leave = async () => {
    await logOut();
    await navigate({ to: '/login' });
  };
  const items: readonly MenuItem[] = [
    { kind: 'heading', label: user.email },
    { kind: 'action', label: 'Account', icon: UserCog, onSelect: () => void navigate({ to: '/account' }) },
    { kind: 'separator' },
    { kind: 'heading', label: 'Theme' },
    ...themes.map(
      (each): MenuItem => ({ kind: 'choice', label: THEME_NAMES[each], checked: each === theme, onSelect: () => setTheme(each) }),
    ),
    { kind: 'separator' },
    {
      kind: 'action',
      label: 'Log out',
      icon: LogOut,
      onSelect: () => void leave().catch((error) => toastError('Logging out failed', error)),
    },
  ];
  return <DropdownMenu side="top" items={items} trigger={<UserButton name={user.name} open={open} />} />;
}

// The menu hands its event handlers and its ref on as further props.
function UserButton({ name, open, ...props }: { readonly name: string; readonly open: boolean }) {
  return (
    <button
      type="button"
      aria-label={`Account: ${name}`}
      className={cn('flex h-8 w-full items-center gap-2 rounded-md hover:bg-surface-hover', open ? 'px-2' : 'justify-center')}
      {...props}
    >
      <CircleUser aria-hidden className="size-4 shrink-0" />
      {open && <span className="truncate">{name}</span>}
    </button>
  );
}
