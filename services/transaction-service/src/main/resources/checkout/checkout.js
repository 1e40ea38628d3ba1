'use strict';

const here = location.pathname.replace(/\/$/, '');
const byId = (id) => document.getElementById(id);

function show(details) {
  const amount = `${details.dofAmount.toLocaleString('en')} DOF`;
  const states = {
    pending: `${amount} for ${details.amount} ${details.currency}.`,
    completed: `Paid. ${amount} are in your wallet.`,
    failed: 'The card was declined. Nothing was charged; start a new purchase to try again.',
    refunded: 'This purchase was refunded.',
  };
  byId('title').textContent = details.status === 'pending' ? `Buy the ${details.packageId} package` : 'Your checkout';
  byId('summary').textContent = states[details.status];
  byId('buttons').hidden = details.status !== 'pending';
  byId('success').textContent = `Pay ${details.amount} ${details.currency}`;
  const back = byId('back');
  back.href = details.returnUrl;
  back.textContent = details.status === 'pending' ? 'Cancel, and go back' : 'Back to where you came from';
  back.hidden = false;
}

async function load() {
  const answer = await fetch(`${here}/details`);
  if (!answer.ok) {
    byId('summary').textContent = (await answer.json()).detail;
    return;
  }
  show(await answer.json());
}

async function pay(card) {
  byId('buttons').hidden = true;
  byId('summary').textContent = 'One moment…';
  await fetch(`${here}/pay`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ card }),
  });
  await load();
}

function failed() {
  byId('summary').textContent = 'The store cannot be reached. Check your connection and load this page again.';
}

byId('success').addEventListener('click', () => pay('success').catch(failed));
byId('declined').addEventListener('click', () => pay('declined').catch(failed));
load().catch(failed);
