package main

import (
	"context"
	"encoding/json"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// message is a command to a worker, or an event from it.
type message struct {
	ID     int             `json:"id,omitempty"`
	Method string          `json:"method"`
	Params json.RawMessage `json:"params,omitempty"`
}

// halt stops every worker that a tab starts before its script runs. A worker has a
// network of its own: conditions of the tab's mean nothing to it, and its traffic is
// not among the tab's.
func halt(tab context.Context) error {
	_, err := chromedp.Call(tab, target.SetAutoAttach, target.SetAutoAttachParams{AutoAttach: true, WaitForDebuggerOnStart: true, Flatten: new(false)})
	return err
}

// admit puts a worker on the phone's connection and lets it run.
func admit(tab context.Context, session target.SessionID) error {
	conditions, err := json.Marshal(phoneNetwork())
	if err != nil {
		return err
	}
	for i, m := range []message{
		{Method: network.Enable.Method, Params: json.RawMessage("{}")},
		{Method: network.EmulateNetworkConditionsByRule.Method, Params: conditions},
		{Method: runtime.RunIfWaitingForDebugger.Method},
	} {
		m.ID = i + 1
		text, err := json.Marshal(m)
		if err != nil {
			return err
		}
		params := struct {
			Message   string           `json:"message"`
			SessionID target.SessionID `json:"sessionId"`
		}{string(text), session}
		// The command is deprecated, and the one way to a target of a target here.
		if err := chromedp.FromContext(tab).Target.Call(tab, "Target.sendMessageToTarget", params, &cdp.Empty{}); err != nil {
			return err
		}
	}
	return nil
}

// told decodes what a worker tells of its network; of the rest it returns nil.
func told(text string) any {
	var m message
	if json.Unmarshal([]byte(text), &m) != nil {
		return nil
	}
	var event any
	switch m.Method {
	case network.ResponseReceived.Method:
		event = &network.EventResponseReceived{}
	case network.LoadingFinished.Method:
		event = &network.EventLoadingFinished{}
	default:
		return nil
	}
	if json.Unmarshal(m.Params, event) != nil {
		return nil
	}
	return event
}
