const {createHash:Rr}=process.getBuiltinModule("node:crypto");import{a as ve,b as be}from"./chunk-2BXGWYMX.js";import{$5a as he,$5c as ye}from"./chunk-verify.js";import{$pa as ge}from"./chunk-verify.js";import{$1a as ue,$1c as fe}from"./chunk-verify.js";import"./chunk-verify.js";import"./chunk-verify.js";import"./chunk-verify.js";import{a as de}from"./chunk-FRZGS3A5.js";import{$6a as se}from"./chunk-cli-and-verify.js";import"./chunk-cli-and-verify.js";import"./chunk-of-all.js";import{$1pa as ne}from"./chunk-of-all.js";import{$4a as re}from"./chunk-evidence.js";import{$13a as oe}from"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import{$0a as I}from"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import{$ka as N}from"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import{$5b as ae}from"./chunk-evidence.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import{$19a as Z}from"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-cli-and-verify.js";import"./chunk-cli-and-verify.js";import"./chunk-cli-and-verify.js";import{$9b as le}from"./chunk-cli-and-verify.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import{$0a as ce,$0b as pe}from"./chunk-threads.js";import{$cc as me}from"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import{$jb as te}from"./chunk-of-all.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import{$0a as ie}from"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import{$lc as q}from"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import{$1fp as Q,$1fq as ee}from"./chunk-of-all.js";import"./chunk-of-all.js";import{$4a as C}from"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import{$fa as A,$fe as X}from"./chunk-of-all.js";import{$1qa as Y,$1qb as J}from"./chunk-of-all.js";import"./chunk-of-all.js";function j({signedBy:e,byRunKey:t,platform:r}){return{signature:e.length===0?{kind:"unchecked"}:{kind:t?"run":"lasting",keys:e},platform:ht(r)}}function ht(e){switch(e.kind){case"none":return{kind:"none"};case"verified":{let{claims:t}=e;return{kind:"verified",repository:t.repository_id,workflow:t.job_workflow_ref,workflowCommit:t.job_workflow_sha,event:t.event_name,runner:t.runner_environment,run:t.run_id,attempt:t.run_attempt}}case"countersigned":{let{claims:t}=e;return{kind:"countersigned",repository:t.repository_id,workflowCommit:t.job_workflow_sha,event:t.event_name,runner:t.runner_environment,run:t.run_id,attempt:t.run_attempt}}case"unverified":case"absent":case"wrong":case"unreadable":return{kind:"unverified",why:ce(e)}}}function v(e){return t=>t.record.kind===e}function y({placed:e,record:t}){return t.kind==="unrecognised"?e.storedAt:Date.parse(t.evidence.event_time)}function T({placed:e,slotDigest:t}){let{stream:r,name:o,digest:i,slot:a,position:s}=e,{signature:l,platform:d}=j(e);return{record:i,key:Q(r,o),stream:r,slot:a,position:s,slotDigest:t,signature:l,platform:d}}function we(e){let{record:t}=e;return t.kind==="unrecognised"?{kind:`not recognised: ${t.predicateType}`,at:y(e),outcome:null,proof:T(e)}:{kind:t.kind,at:y(e),outcome:yt[t.evidence.outcome],proof:T(e)}}var yt={pass:"passed",fail:"failed",error:"ended in an error",skipped:"skipped",bypassed:"bypassed",n_a:"nothing was judged"};function ke(e){return e.flatMap(({change:r,evidence:o})=>o.filter(v("change.approval")).flatMap(({record:i})=>i.details.approvals.map(({id:a,roles:s,state:l,at:d,commit:c,counted:p})=>({person:a,roles:s,state:`${vt[l]}${l==="approved"&&!p?", did not count":""}`,counted:p,at:Date.parse(d),commit:c,change:{title:r.title,anchor:r.anchor}})))).sort((r,o)=>r.at-o.at)}var vt={approved:"approved",changes_requested:"asked for changes",commented:"commented",dismissed:"dismissed",pending:"not submitted"};var P=({sha256:e,length:t})=>`[text ${X(e).slice(0,12)}, ${t} bytes]`;function $e({environment:e}){if(e===null)return null;let{name:t,approvals:r}=e;return{name:typeof t=="string"?t:P(t),requiredReviewers:e.required_reviewers,preventSelfReview:e.prevent_self_review,adminsBypass:e.admins_bypass,waitMinutes:e.wait_minutes,branches:e.branches,approvals:r.known?q(r.value.map(bt)):r,decision:e.decision,deployer:e.deployer,triggeredBy:e.triggered_by}}var bt=({id:e,state:t,not_before:r,not_after:o})=>({person:e,state:t,after:Date.parse(r),before:Date.parse(o)});function Re(e,t){return Object.fromEntries(Object.entries(e).map(([r,o])=>[r,wt(o,t)]))}function wt(e,t){return typeof e=="string"?t.get(e)??e:typeof e=="boolean"?e?"yes":"no":typeof e!="object"?e:P(e)}function Se(e){let t=e.find(v("change.approval"));if(t===void 0)return null;let{approvals:r,required:o,threads:i,tickets:a,checks:s}=t.record.details;return{counted:r.filter(({counted:l})=>l).length,asked:{minimum:o.minimum,roles:o.roles},class:o.class,elevated:o.elevated,threads:i,tickets:xe(a,l=>l.map(P)),checks:xe(s,l=>l.map(({name:d,app_id:c,workflow:p,commit:m,conclusion:$,attempt:M})=>({name:P(d),app:c,workflow:p===null?null:P(p),commit:m,conclusion:$,attempt:M})))}}var xe=(e,t)=>e.known?q(t(e.value)):e;function Oe(e,t,r){let o=e.filter(v("policy.decision")),i=new Set(t.filter(v("policy.decision")).flatMap(Ce));return o.map((a,s)=>{let l=t.filter(d=>kt(d,a,i));return{decided:a,evidence:l,change:$t(a,s,o,l,r)}})}var Ce=({record:e})=>e.evidence.related.filter(({rel:t})=>t==="fact").map(({digest:t})=>t);function kt({placed:e,record:t},r,o){let{placed:i,record:a}=r;if(e.digest===i.digest)return!0;if(t.kind==="unrecognised"||e.stream!==i.stream||t.kind==="policy.decision")return!1;if(o.has(e.digest))return Ce(r).includes(e.digest);let{head:s,landed:l}=a.details.subject;if(t.kind==="sbom"&&[s,l].includes(t.details.built_from?.commit??""))return a.details.decision==="allow";if((t.kind==="deployment"||t.kind==="change.merged")&&t.details.decision===i.digest)return!0;let{run_id:d,run_attempt:c}=t.evidence;return d!==null&&d===a.evidence.run_id&&c===a.evidence.run_attempt}function $t(e,t,r,o,i){let{details:a,evidence:s}=e.record;return{anchor:`change-${t+1}`,title:Rt(e,r),commit:a.subject.head,base:a.subject.base,decidedAt:y(e),outcome:a.provisional?"provisional":a.decision,cause:a.cause,error:a.error===null?null:a.error.code,facts:s.facts,rules:a.rules.map(l=>St(l,e,i)).sort(xt),review:Se(o),environment:$e(a),evidence:o.map(we),retentionYears:a.configuration.retention_years,policy:a.policy.sha256,input:a.input.sha256}}var Me={pull_request:"Pull request",merge_group:"Merge group",push:"Push",deployment:"Deployment"};function Rt(e,t){let{kind:r,number:o,repository:i}=e.record.details.subject,a=o===null?Me[r]:`${Me[r]} ${o}`,s=t.filter(({record:{details:l}})=>{let{subject:d}=l;return d.kind===r&&d.repository===i&&(o===null?d.head===e.record.details.subject.head:d.number===o)});return s.length<2?a:`${a}, decision ${s.indexOf(e)+1} of ${s.length}`}var Pe=["fail","unknown","waived","pass","not_applicable"],xt=(e,t)=>Pe.indexOf(e.status)-Pe.indexOf(t.status);function St(e,{record:t},r){let{id:o,status:i,mode:a,exception:s,controls:l,reasons:d}=e,c=new Map(t.details.people.map(m=>[m.label,Mt(m.id)])),p=t.details.waivers.find(m=>m.exception===s&&m.rule===o);return{id:o,title:r.rules.find(m=>m.id===o)?.title??"a rule of an older or newer policy",status:i,mode:a,controls:l,reasons:d.map(({code:m,params:$})=>ne(r,o,{code:m,params:Re($,c)})),exception:s===null||p===void 0?s:`${s}, ${C(p.days_left,"day")} left`}}var Mt=e=>e.replace(/^person:([0-9a-f]{12})[0-9a-f]*$/,"person $1");function Te(e,t){let r=e.flatMap(i=>i.rules.flatMap(a=>a.controls.map(s=>({id:s,rule:a}))));return[...new Set(r.map(({id:i})=>i))].filter(i=>t===null||i===t).sort(Ot).map(i=>{let a=r.filter(l=>l.id===i).map(({rule:l})=>l),s=l=>a.filter(d=>d.status===l).length;return{control:i,title:N(i)?.title??null,rules:[...new Set(a.map(l=>l.id))].sort(),passed:s("pass"),failed:s("fail"),waived:s("waived"),unknown:s("unknown"),notApplicable:s("not_applicable")}})}var Pt=new Intl.Collator("en",{numeric:!0}),Ot=(e,t)=>Pt.compare(e,t);function Ee(e,t){return e.flatMap(o=>v("change.merged")(o)?[Ct(o,t)]:v("change.bypass")(o)?[Tt(o)]:[]).sort((o,i)=>o.at-i.at).map((o,i)=>({...o,anchor:`landing-${i+1}`}))}function Ct(e,t){let{commit:r,method:o,pull_request:i,decision:a,pushed_by:s}=e.record.details,l=t.find(({decided:d})=>d.placed.digest===a);return{...De(e),commit:r,state:"merged",how:Et[o],pullRequest:i,change:l?.change.anchor??null,exception:null,pushedBy:s}}function Tt(e){let{commit:t,state:r,reason:o,exception:i,pull_request:a,pushed_by:s}=e.record.details;return{...De(e),commit:t,state:r,how:L(o),pullRequest:a,change:null,exception:i,pushedBy:s}}var De=e=>({at:y(e),facts:e.record.evidence.facts,proof:T(e)}),Et={"squash-or-rebase":"squashed or rebased, one commit",rebase:"rebased",merge:"merge commit","merge-group":"merge queue"},L=e=>Dt.get(e)??`${e}, a reason of another version`,Dt=new Map(Object.entries({...ve,...be}));function _e(e,t){return e.filter(v("change.bypass")).map(r=>{let o=t.find(({proof:i})=>i.record===r.placed.digest);return _t(r,o?.anchor??null)})}function _t(e,t){let{evidence:r,details:o}=e.record,{commit:i,reason:a,state:s,exception:l,pull_request:d,pushed_by:c}=o,p=d===null?`Commit ${i.slice(0,12)}`:`Pull request ${d}`;return{kind:s==="excepted"?"exception-used":"bypass",title:s==="excepted"?`${l} covers a bypass: ${p}`:`${p} ${At[s]}`,details:[`${a}: ${L(a)}`,`commit ${i}, tree ${o.tree}`,...o.expected_tree===null?[]:[`expected tree ${o.expected_tree}`],...c===null?[]:[`pushed by ${c}`]],at:y(e),controls:r.control_refs.map(m=>m.slice(m.indexOf("/")+1)),anchor:t}}var At={bypass:"reached a protected branch past the gate",unverified:"could not be verified after it landed"};function Ae(e,t,r){return e.filter(v("run.intent")).flatMap(o=>qt(o,t,r))}function qt(e,t,r){let{run:o,attempt:i,head:a,expected_kinds:s,deadline:l}=e.record.details;if(Date.parse(l)>r)return[];let d=new Set(t.flatMap(p=>Nt(p,o,i)?[p.record.kind]:[])),c=pe(s).filter(p=>!d.has(p));return c.length===0?[]:[{kind:"missing-result",title:`Run ${o}, attempt ${i}, announced what it never wrote`,details:[`missing: ${c.join(", ")}`,`commit ${a}`],at:y(e),controls:[],anchor:null}]}var Nt=({record:e},t,r)=>e.kind!=="unrecognised"&&e.evidence.run_id===t&&e.evidence.run_attempt===r;function qe(e){let t=e.filter(({platform:{kind:o}})=>o!=="verified"&&o!=="countersigned");if(t.length===0||t.length===e.length)return[];let r=t.reduce((o,{records:i})=>o+i,0);return[{kind:"unsigned-by-platform",title:`${r} ${r===1?"record is":"records are"} unsigned by the platform, beside others that it vouches for`,details:t.map(({platform:o,records:i})=>`${i}: ${o.kind==="unverified"?o.why:It}`),at:null,controls:[],anchor:"writers"}]}var It="the record says itself that no platform vouches for it";var jt=["verification","bypass","error","denied","exception-expired","missing-result","exception-used","warned","unsigned-by-platform","unrecognised","facts-given"];function Ne({verification:e,changes:t,landings:r,writers:o,shown:i,all:a,until:s}){let l=[...e.findings.filter(Wt).map(Lt),..._e(i,r),...t.flatMap(Bt),...i.filter(v("deployment")).flatMap(Kt),...Ae(i,a,s),...qe(o),...Ft(i),...zt(i)],d=c=>jt.indexOf(c.kind);return l.sort((c,p)=>d(c)-d(p)||(c.at??1/0)-(p.at??1/0))}var Wt=({kind:e})=>e!=="pending"&&e!=="duplicate"&&e!=="unanswered";function Lt(e){let{kind:t,key:r,detail:o,acknowledged:i}=e;return{kind:"verification",title:`${t}: ${ge(e)}`,details:[o,r,...i===null?[]:[`acknowledged: ${i.reason}`]],at:null,controls:[],anchor:null}}function Bt({change:e,decided:t}){let r={at:e.decidedAt,anchor:e.anchor},o=e.rules.filter(({status:l})=>I(l)),i=o.filter(({mode:l})=>l==="enforce"),a=o.filter(({mode:l})=>l!=="enforce"),s=e.rules.filter(({id:l,status:d})=>l==="exceptions.validity"&&d==="fail");return[...e.outcome==="deny"?[{...r,kind:e.cause==="error"?"error":"denied",title:e.title,...B(i,e.error)}]:[],...s.length===0?[]:[{...r,kind:"exception-expired",title:`${e.title}: an exception did not hold`,...B(s)}],...a.length===0?[]:[{...r,kind:"warned",title:`${e.title}: failed, and did not stand in the way`,...B(a)}],...t.record.details.waivers.map(({exception:l,rule:d,days_left:c})=>({...r,kind:"exception-used",title:`${l} waives ${d}`,details:[`used for ${e.title}; ${c} ${c===1?"day was":"days were"} left`],controls:e.rules.find(({id:p})=>p===d)?.controls??[]}))]}function B(e,t=null){return{details:[...t===null?[]:[t],...e.map(({id:r,status:o,reasons:i})=>`${r}: ${i.length===0?o:i.join("; ")}`)],controls:[...new Set(e.flatMap(({controls:r})=>r))]}}function Kt(e){let{environment:t,digest:r,status:o}=e.record.details;return o!=="refused"&&o!=="failed"&&o!=="cancelled"?[]:[{kind:"denied",title:`Deployment to ${t} ${o}`,details:[r],at:y(e),controls:[],anchor:null}]}function Ft(e){let t=e.filter(v("unrecognised"));if(t.length===0)return[];let r=[...new Set(t.map(({record:i})=>i.predicateType))];return[{kind:"unrecognised",title:`${t.length} ${t.length===1?"record":"records"} of a kind that this version cannot read`,details:r,at:null,controls:[],anchor:null}]}function zt(e){let t=e.filter(({record:o})=>o.kind!=="unrecognised"&&o.evidence.facts==="given").length;return t===0?[]:[{kind:"facts-given",title:`${t} ${t===1?"record rests":"records rest"} on facts that were handed over in a file`,details:["facts given, not read: nobody asked the platform itself whether they are true"],at:null,controls:[],anchor:null}]}var Ut="artifact",Vt={cyclonedx:"CycloneDX",spdx:"SPDX"};function Ie(e,t){let r=e.filter(v("sbom")),o=e.filter(v("deployment"));return[...new Set([...r.map(({record:a})=>a.details.artifact),...o.map(({record:a})=>a.details.digest)])].map((a,s)=>{let l=r.filter(({record:p})=>p.details.artifact===a),d=o.filter(({record:p})=>p.details.digest===a),c=[...l,...d].flatMap(({record:p})=>p.subject.flatMap(({name:m})=>m===void 0||m===Ut?[]:[m]));return{anchor:`image-${s+1}`,digest:a,names:[...new Set(c)],sboms:l.map(p=>{let{format:m,format_version:$,component_count:M,document:_}=p.record.details;return{format:`${Vt[m]} ${$}`,components:M,document:_,at:y(p),proof:T(p)}}),commits:Gt(l,t),deployments:d.map(p=>{let{environment:m,status:$}=p.record.details;return{environment:m,outcome:$,at:y(p),proof:T(p)}})}})}function Gt(e,t){return[...new Map(e.flatMap(({record:o})=>o.details.built_from===null?[]:[[o.details.built_from.commit,o.details.built_from.claimed_by]]))].map(([o,i])=>{let a=t.findLast(({change:s,decided:l})=>{let{head:d,landed:c}=l.record.details.subject;return[d,c].includes(o)&&s.outcome==="allow"});return{commit:o,saidBy:`claimed by ${i}`,change:a?.change.anchor??null}})}function Le(e){let t=new Map;for(let r of e){let{signature:o,platform:i}=j(r.placed),a={platform:Yt(i),signature:o.kind},s=JSON.stringify(a),l=t.get(s)??{...a,runs:[],records:0},d=Jt(r,i);d!==null&&!l.runs.includes(d)&&l.runs.push(d),l.records+=1,t.set(s,l)}return[...t.values()].sort((r,o)=>je(r)-je(o)||o.records-r.records)}var Ht=["verified","countersigned","unverified","none"],je=({platform:e})=>Ht.indexOf(e.kind);function Yt(e){if(e.kind==="countersigned"){let{kind:l,repository:d,workflowCommit:c,event:p,runner:m}=e;return{kind:l,repository:d,workflowCommit:c,event:p,runner:m}}if(e.kind!=="verified")return e;let{kind:t,repository:r,workflow:o,workflowCommit:i,event:a,runner:s}=e;return{kind:t,repository:r,workflow:o,workflowCommit:i,event:a,runner:s}}function Jt({record:e},t){return t.kind==="verified"||t.kind==="countersigned"?We(t):e.kind==="unrecognised"||e.evidence.run_id===null?null:We({run:e.evidence.run_id,attempt:String(e.evidence.run_attempt??1)})}var We=({run:e,attempt:t})=>t==="1"?e:`${e}, attempt ${t}`;function Fe(e,t,r,{control:o,from:i,to:a}={}){let s=e.filter(h=>y(h)>=(i??-1/0)&&y(h)<(a??1/0)),l=Oe(s,e,r),d=o===void 0?l:l.flatMap(h=>Xt(h,o)),c=o===void 0?s:s.filter(h=>Zt(h,o,d)),p=c.map(y),m=ke(d),$=Ee(c,d),M=Le(c),_={ledger:t.ledger,assurance:t.assurance,streams:t.streams.map(({stream:h})=>h),control:o??null,asked:{from:i??null,to:a??null},covered:p.length===0?null:{from:p.reduce(Qt),to:p.reduce(Ke)},recordsShown:c.length,recordsInLedger:e.length,facts:{read:Be(c,"read"),given:Be(c,"given")},notRetained:[...new Set(c.flatMap(({record:h})=>re(h)??[]))],vouchedFor:M.reduce((h,{platform:H,records:gt})=>h+(H.kind==="verified"||H.kind==="countersigned"?gt:0),0)},ft=Math.min(a??1/0,e.map(y).reduce(Ke,0));return{scope:_,verification:tr(t),deviations:Ne({verification:t,changes:d,landings:$,writers:M,shown:c,all:e,until:ft}),changes:d.map(({change:h})=>h),landings:$,images:Ie(c,d),approvals:m,coverage:Te(d.map(({change:h})=>h),o??null),writers:M,people:new Set(m.filter(({counted:h})=>h).map(({person:h})=>h)).size}}function Xt(e,t){let r=e.change.rules.filter(({controls:o})=>o.includes(t));return r.length===0&&e.change.cause==="rules"?[]:[{...e,change:{...e.change,rules:r}}]}function Zt({placed:e,record:t},r,o){return o.some(({evidence:i})=>i.some(a=>a.placed.digest===e.digest))?!0:t.kind!=="unrecognised"&&t.evidence.control_refs.some(i=>i.endsWith(`/${r}`))}var Be=(e,t)=>e.filter(({record:r})=>r.kind!=="unrecognised"&&r.evidence.facts===t).length,Qt=(e,t)=>Math.min(e,t),Ke=(e,t)=>Math.max(e,t),er={allow:"verified",deny:"tampered",invalid:"nothing-checked",unavailable:"unavailable",tampered:"tampered"};function tr({outcome:e,trust:t,order:r,streams:o}){return{outcome:t.kind==="none"&&e==="allow"?"consistent":er[e],trust:me(t),order:r,streams:o.map(i=>({stream:i.stream,slots:i.slots,records:i.verified+i.consistent,states:ie.filter(a=>i[a]>0).map(a=>`${i[a]} ${a}`)}))}}function ze(e){return e.replace(rr,t=>or[t]??`\\u{${(t.codePointAt(0)??0).toString(16)}}`)}var rr=/[&<>"'`]|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu,or={"&":"&amp;","<":"&lt;",">":"&gt;",'"':"&quot;","'":"&#39;","`":"&#96;"};var D=class{text;constructor(t){this.text=t}};function n(e,...t){return new D(e.reduce((r,o,i)=>r+Ue(t[i-1]??null)+o))}function Ue(e){return e===null?"":e instanceof D?e.text:typeof e=="object"?e.map(Ue).join(""):ze(String(e))}var b=e=>n`<code class="whole">${e}</code>`;function R(e){let t=e.slice(e.indexOf(":")+1);return t.length<=12?n`<code>${t}</code>`:n`<code title="${e}">${t.slice(0,12)}</code>`}var O=e=>e.startsWith("person:")?R(e):n`<code>${e}</code>`;function S(e,t,r){return n`<table role="table">
    <caption>
      ${e}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${t.map(o=>n`<th role="columnheader" scope="col" ${K(o)}>${o.head}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${r.map(o=>n`<tr role="row">
            ${t.map(i=>nr(i,o))}
          </tr> `)}
    </tbody>
  </table>`}function nr(e,t){let r=e.head,o=n`<span class="value">${e.cell(t)}</span>`;return e.names===!0?n`<th role="rowheader" scope="row" data-label="${r}" ${K(e)}>${o}</th>`:n`<td role="cell" data-label="${r}" ${K(e)}>${o}</td>`}var K=e=>e.numeric===!0?n` class="number"`:null;function w(e){let t=new Date(e).toISOString();return n`<time datetime="${t}">${t.slice(0,10)} ${t.slice(11,19)} UTC</time>`}function k({id:e,title:t,lead:r,body:o}){return n`<section id="${e}" aria-labelledby="${e}-title">
    <h2 id="${e}-title">${t}</h2>
    <p class="lead">${r}</p>
    ${o}
  </section> `}function Ve({approvals:e}){return k({id:"approvals",title:"Approvals",lead:e.length===0?"No approval is among the records shown.":"People appear under keyed pseudonyms: the same one is the same person within this ledger. Names are resolved outside it, for sampled rows only.",body:e.length===0?null:S("Approvals, in order of time",ir,e)})}var ir=[{head:"Person",names:!0,cell:e=>O(e.person)},{head:"Roles then",cell:e=>e.roles.length===0?"none":e.roles.join(", ")},{head:"Review",cell:e=>e.state},{head:"Time",cell:e=>w(e.at)},{head:"On commit",cell:e=>e.commit===null?"not stated":R(e.commit)},{head:"Change",cell:e=>e.change.anchor===null?e.change.title:n`<a href="#${e.change.anchor}">${e.change.title}</a>`}];function f(e,t,r=`${t}s`){return`${e===0?"no":e.toLocaleString("en-GB")} ${e===1?t:r}`}var u=(e,t)=>n`<div>
    <dt>${e}</dt>
    <dd>${t}</dd>
  </div>`;var x=(e,t)=>e.known?t(e.value):n`<span class="absent">not known: ${ar[e.why]}</span>`,ar={absent:"there was nothing to read",forbidden:"the token was not allowed to read it",truncated:"the platform did not give all of it",moved:"it changed while it was read",producer:"it is not known who made it",pending:"it had not come yet",stale:"it was about something older",unusable:"what was read could not be used"};function Ge(e){let{name:t,approvals:r}=e;return n`<details>
    <summary>Environment: ${t}</summary>
    <dl class="facts">
      ${u("Reviewers",x(e.requiredReviewers,o=>`${f(o,"reviewer")} required`))}
      ${u("Self-review",x(e.preventSelfReview,o=>o?"prevented":"possible"))}
      ${u("Admins",x(e.adminsBypass,o=>o?"can bypass the protection":"cannot bypass the protection"))}
      ${u("Waiting",x(e.waitMinutes,o=>f(o,"minute")))}
      ${u("Branches",x(e.branches,o=>sr[o]??o))}
      ${u("Gate before",x(e.decision,({conclusion:o,commit:i,run:a})=>n`${o} on ${R(i)}, run ${a}`))}
      ${u("Deployer",x(e.deployer,O))}
      ${u("Started by",x(e.triggeredBy,O))}
      ${u("Approvals",x(r,lr))}
    </dl>
  </details>`}var sr={protected:"protected branches only",custom:"branches by a list of its own",all:"every branch may deploy"},lr=e=>e.length===0?n`<span class="absent">none</span>`:e.map(({person:t,state:r,after:o,before:i})=>n`<p>
            ${O(t)} ${r}, between ${w(o)} and ${w(i)}
            <span class="quiet">derived: the platform gives no time</span>
          </p>`);var dr={good:"\u2713",bad:"\u2715",caution:"\u25B2",quiet:"\u2013"};function g(e,t){return n`<span class="mark ${e}"><span class="shape" aria-hidden="true">${dr[e]}</span>${t}</span>`}var F="unsigned by the platform";function He(e){switch(e.kind){case"verified":return n`repository ${e.repository}, run ${e.run}, attempt ${e.attempt}, ${e.event}, ${e.runner}<br />${b(e.workflow)}`;case"countersigned":return n`repository ${e.repository}, run ${e.run}, attempt ${e.attempt}, ${e.event}, ${e.runner}<br /><span
          class="quiet"
          >the token is erased, countersigned by the sealer</span
        >`;case"unverified":return z(e.why);case"none":return n`<span class="absent">${F}: the record says so itself</span>`}}var z=e=>n`${g("caution","not proven")} there is a receipt, and nothing proves it: <code>${e}</code>`;var cr=16;function E(e){let t=`v1/segments/${e.stream}/${String(e.slot).padStart(cr,"0")}`,r=[Ye(e.key,e.record),...e.slotDigest===null?[]:[Ye(t,e.slotDigest)]];return n`<dl class="proof">
    <div>
      <dt>Record</dt>
      <dd>${b(e.record)}</dd>
    </div>
    <div>
      <dt>Place</dt>
      <dd>stream ${e.stream}, slot ${e.slot}, position ${e.position}</dd>
    </div>
    ${e.slotDigest===null?null:n`<div>
            <dt>Slot digest</dt>
            <dd>${b(e.slotDigest)}</dd>
          </div>`}
    <div>
      <dt>Signed by</dt>
      <dd>${pr(e.signature)}</dd>
    </div>
    <div>
      <dt>Platform</dt>
      <dd>${He(e.platform)}</dd>
    </div>
    <div>
      <dt>By hand</dt>
      <dd>${r.map(o=>n`<pre><code>${o}</code></pre>`)}</dd>
    </div>
  </dl>`}function pr(e){if(e.kind==="unchecked")return n`<span class="absent">not checked: no trust file</span>`;let t=e.keys.map(r=>b(r));return e.kind==="run"?n`${t} <span class="quiet">a key that lived for one run</span>`:t}var Ye=(e,t)=>`echo "${t.slice(t.indexOf(":")+1)}  ${e}" | sha256sum --check`;function Je(e){let{threads:t,tickets:r,checks:o}=e,i=t.known&&t.value.resolved<t.value.total;return n`<details${i?" open":""}>
    <summary>Review: ${mr(e)}</summary>
    <dl class="facts">
      ${u("Asked",`${Xe(e.asked)}; ${f(e.counted,"approval")} counted`)}
      ${u("Class",ur(e))}
      ${u("Threads",x(t,fr))}
      ${u("Tickets",x(r,gr))}
      ${o.known&&o.value.length>0?null:u("Checks",x(o,()=>"none reported"))}
    </dl>
    ${o.known&&o.value.length>0?S("Checks of this change, and who made each",hr,o.value):null}
  </details>`}function mr({counted:e,threads:t,tickets:r}){return[f(e,"approval"),t.known?`${t.value.resolved} of ${f(t.value.total,"thread")} resolved`:"threads not known",r.known?f(r.value.length,"ticket"):"tickets not known"].join(", ")}var Xe=({minimum:e,roles:t})=>`${f(e,"approval")}${t.length===0?"":`, of which one each from ${t.join(", ")}`}`;function ur({class:e,elevated:t}){if(e==="ordinary")return"ordinary: it leaves the gate itself alone";let r=t===null?"the registry asks for no more than of any change":`needs ${Xe(t)}`;return e==="elevated"?n`${g("caution","elevated")} it touches the gate itself; ${r}`:n`${g("bad","unknown")} nobody read all its files; ${r}`}function fr({total:e,resolved:t,security:r}){let o=r===0?"":`; ${r} marked security`;return e===0?"none":`${f(e,"thread")}, ${t} resolved${o}`}var gr=e=>e.length===0?n`<span class="absent">none linked</span>`:e.map(t=>n`<code class="rule">${t}</code>`),hr=[{head:"Check",names:!0,cell:e=>n`<code>${e.name}</code>`},{head:"Ended in",cell:e=>e.conclusion.replaceAll("_"," ")},{head:"Made by",cell:e=>n`app
      ${e.app}${e.workflow===null?n`<br /><span class="quiet">no workflow</span>`:n`<br /><code>${e.workflow}</code>`}`},{head:"On commit",cell:e=>R(e.commit)},{head:"Attempt",numeric:!0,cell:e=>e.attempt}];function Ze({changes:e}){return k({id:"changes",title:"Changes",lead:e.length===0?"No decision about a change is among the records shown.":"Every decision in the order in which it was made: what the rules answered, the records it rests on, and how to check each by hand.",body:e.map(yr)})}function yr(e){let t=e.rules.filter(({status:r})=>I(r)).length;return n`<article id="${e.anchor}" class="change">
<header>
<p class="kicker">${vr(e)} <span>${w(e.decidedAt)}</span></p>
<h3>${e.title}</h3>
<p class="commit">Commit ${b(e.commit)}</p>
<p class="given">${e.facts==="given"?g("caution","facts given, not read"):g("quiet","facts read live by the run")}</p>
${e.outcome==="provisional"?n`<p class="commit">Only reviews were missing. It let the change into the merge queue and satisfies nothing: the queue judged it again.</p>`:null}
${e.error===null?null:n`<p class="error">${e.error}</p>`}
</header>
<details${t>0?" open":""}><summary>Decision: ${br(e.rules)}</summary>
${S("What each rule answered",kr,e.rules)}
<dl class="proof">
${U("Policy",e.policy)}${U("Input",e.input)}${U("To be kept",e.retentionYears===null?null:f(e.retentionYears,"year"))}
</dl></details>
${e.review===null?null:Je(e.review)}
${e.environment===null?null:Ge(e.environment)}
<details><summary>Evidence: ${f(e.evidence.length,"record")}</summary>
${S("Records of this change",$r,e.evidence)}</details>
<details><summary>Proof: place, digest, and how to check each record by hand</summary>
<p class="note">Run these in the folder of the ledger. Each prints <code>OK</code> when the bytes are what was sealed.</p>
${e.evidence.map(r=>n`<h4>${r.kind}</h4>
      ${E(r.proof)}`)}</details>
</article>
`}function vr({outcome:e,cause:t}){switch(e){case"allow":return g("good","Allowed");case"provisional":return g("caution","Provisional");case"deny":return g("bad",t==="error"?"Denied: the engine failed":"Denied")}}var U=(e,t)=>t===null?null:u(e,t.startsWith("sha256:")?b(t):t);function br(e){let t=o=>e.filter(i=>i.status===o).length,r=["fail","unknown","waived","pass","not_applicable"].filter(o=>t(o)>0);return r.length===0?"no rule answered":r.map(o=>`${t(o)} ${Qe[o][1]}`).join(", ")}var Qe={pass:["good","passed"],fail:["bad","failed"],waived:["caution","waived"],unknown:["bad","unknown"],not_applicable:["quiet","not applicable"]};function wr(e){let[t,r]=Qe[e.status];return n`${g(t,r)}${e.mode==="enforce"?null:n` <span class="mode">${e.mode} only</span>`}`}var kr=[{head:"Rule",names:!0,cell:e=>n`<code>${e.id}</code><br /><span class="quiet">${e.title}</span>`},{head:"Answer",cell:wr},{head:"Why",cell:e=>e.reasons.length===0&&e.exception===null?n`<span class="quiet">${e.status==="pass"?"proved":"no reason recorded"}</span>`:n`${e.reasons.map(t=>n`<span class="reason">${t}</span>`)}${e.exception===null?null:n`<span class="reason">exception ${e.exception}</span>`}`},{head:"Controls",cell:e=>e.controls.length===0?"none":e.controls.join(", ")}],$r=[{head:"Kind",names:!0,cell:e=>n`<code>${e.kind}</code>`},{head:"Outcome",cell:e=>e.outcome??"not stated"},{head:"Time",cell:e=>w(e.at)},{head:"Slot",numeric:!0,cell:e=>e.proof.slot},{head:"Position",numeric:!0,cell:e=>e.proof.position},{head:"Digest",cell:e=>R(e.proof.record)}];function et({scope:e}){return k({id:"checking",title:"Checking this page",lead:"Whoever can change this file can change what it says. It holds no script and asks no server; the ledger it names is what proves it.",body:n`<ol class="steps">
      <li>
        Verify the ledger again, with a trust file and a receipt that you were given another way:
        <pre><code>proofrail verify --ledger ${e.ledger} --trust trust.json --receipt receipt.json</code></pre>
      </li>
      <li>
        Make this page again from the same ledger. The same records give the same bytes:
        <pre><code>proofrail report --ledger ${e.ledger} --trust trust.json --out again.html</code></pre>
      </li>
      <li>
        <code>[text 7ceeb2f614c0, 10 bytes]</code> stands for a text of outsiders, which the ledger never keeps: the first digits
        of its SHA-256, and its length. Whoever has the text can compare.
      </li>
      <li>Check single records with <code>sha256sum</code> alone: the command stands under <em>Proof</em> of each change.</li>
    </ol>`})}function tt(e){return`default-src 'none'; style-src 'sha256-${Rr("sha256").update(e).digest("base64")}'; img-src data:; base-uri 'none'; form-action 'none'`}function rt({coverage:e}){return k({id:"coverage",title:"Coverage by control",lead:e.length===0?"No rule answered for any control in the records shown.":"How often a rule answered for each control. A control that is not listed has no evidence here; a row without a failure supports its control, and no more than that.",body:e.length===0?null:S("Answers of rules, by control",xr,e)})}var xr=[{head:"Control",names:!0,cell:e=>n`<strong>${e.control}</strong>${e.title===null?null:n`<br /><span class="quiet">${e.title}</span>`}`},{head:"Rules",cell:e=>e.rules.map(t=>n`<code class="rule">${t}</code>`)},{head:"Passed",numeric:!0,cell:e=>e.passed},{head:"Failed",numeric:!0,cell:e=>e.failed},{head:"Waived",numeric:!0,cell:e=>e.waived},{head:"Unknown",numeric:!0,cell:e=>e.unknown},{head:"Not applicable",numeric:!0,cell:e=>e.notApplicable}];function ot({deviations:e,scope:t}){return k({id:"deviations",title:"Deviations",lead:Sr(e.length,t.recordsShown),body:e.length===0?null:n`<ol class="deviations">
            ${e.map(Pr)}
          </ol>`})}function Sr(e,t){return e>0?`${f(e,"deviation")}, the gravest first. A denial means that the control worked; it is listed because somebody should ask why.`:t===0?"No record was found, so no deviation could be found either. This is not a result: it says that nothing was looked at.":"None in the records shown. A period without any deviation deserves a question too: is everything recorded?"}var Mr={verification:["bad","Verification"],bypass:["bad","Bypass"],error:["bad","Decision failed"],denied:["bad","Denied"],"missing-result":["caution","No result"],"exception-expired":["bad","Exception not valid"],"exception-used":["caution","Exception used"],warned:["caution","Warned only"],"unsigned-by-platform":["caution","Unsigned by the platform"],unrecognised:["caution","Not recognised"],"facts-given":["caution","Facts given, not read"]};function Pr(e){let[t,r]=Mr[e.kind];return n`<li class="${t}">
    <p class="kicker">${g(t,r)}${e.at===null?null:n` <span>${w(e.at)}</span>`}</p>
    <h3>${e.anchor===null?e.title:n`<a href="#${e.anchor}">${e.title}</a>`}</h3>
    ${e.details.length===0?null:n`<ul>
            ${e.details.map(o=>n`<li>${o}</li>`)}
          </ul>`}
    ${e.controls.length===0?null:n`<p class="controls">Touches ${e.controls.join(", ")}</p>`}
  </li> `}function nt({images:e}){return k({id:"images",title:"Images",lead:e.length===0?"No record names an image digest.":"From what runs back to who allowed it. A link is as strong as the one who made it, so each says who did.",body:e.map(Or)})}function Or({anchor:e,digest:t,names:r,sboms:o,commits:i,deployments:a}){return n`<article id="${e}" class="image">
    <h3>${r.length===0?n`Image ${R(t)}`:r.join(", ")}</h3>
    <ol class="chain">
      <li>
        <span class="link">Digest</span>
        <div>${b(t)}</div>
      </li>
      <li>
        <span class="link">Bill of materials</span>
        <div>
          ${o.length===0?n`<span class="absent">none archived</span>`:o.map(s=>n`<p>
                        ${s.format},
                        ${s.components===null?"components not counted":f(s.components,"component")}, archived
                        ${w(s.at)}
                      </p>
                      <details>
                        <summary>Proof</summary>
                        <dl class="proof">
                          <div>
                            <dt>Document</dt>
                            <dd>${b(s.document)}</dd>
                          </div>
                        </dl>
                        ${E(s.proof)}
                      </details>`)}
        </div>
      </li>
      <li>
        <span class="link">Commit</span>
        <div>
          ${i.length===0?n`<span class="absent">no record links this digest to a commit</span>`:i.map(({commit:s,saidBy:l,change:d})=>n`<p>
                      ${d===null?b(s):n`<a href="#${d}">${b(s)}</a>`}
                      <span class="quiet">${l}</span
                      >${d===null?n` <span class="absent">no decision about this commit is shown</span>`:null}
                    </p>`)}
        </div>
      </li>
      <li>
        <span class="link">Deployments</span>
        <div>
          ${a.length===0?n`<span class="absent">none recorded</span>`:a.map(({environment:s,outcome:l,at:d,proof:c})=>n`<p>${s}: ${l}, ${w(d)}</p>
                      <details>
                        <summary>Proof</summary>
                        ${E(c)}
                      </details>`)}
        </div>
      </li>
    </ol>
  </article> `}function it({landings:e}){return k({id:"landings",title:"Protected branch",lead:e.length===0?'No commit on a protected branch was verified in the records shown. Decisions alone do not say what was merged: "proofrail merges verify" does.':"Every commit that was looked at after it landed: its content is exactly what an allowed change gives there, or it is not.",body:e.map(Tr)})}var Cr={merged:["good","As allowed"],bypass:["bad","Bypass"],excepted:["caution","Bypass, excepted"],unverified:["bad","Not verified"]};function Tr(e){let{anchor:t,commit:r,at:o,state:i,how:a,pullRequest:s,change:l,exception:d,pushedBy:c,facts:p,proof:m}=e;return n`<article id="${t}" class="landing">
    <p class="kicker">${g(...Cr[i])} <span>${w(o)}</span></p>
    <p>${b(r)}</p>
    <p class="commit">${Er([...Dr(s,l),a])}</p>
    ${d===null?null:n`<p class="commit">exception ${d}</p>`}
    <p class="commit">
      ${c===null?"it is not known who pushed it":n`pushed by ${O(c)}`}${p==="given"?n`; ${g("caution","facts given, not read")}`:null}
    </p>
    <details>
      <summary>Proof</summary>
      ${E(m)}
    </details>
  </article>`}var Er=e=>e.map((t,r)=>r===0?t:n`: ${t}`);function Dr(e,t){if(e===null)return[];let r=`Pull request ${e}`;return[t===null?r:n`<a href="#${t}">${r}</a>`]}function lt(e){let{scope:t,verification:r}=e;return n`<header class="masthead">
    <p class="imprint">Proofrail <span>evidence report</span></p>
    <h1>${Nr(e)}</h1>
    <p class="period">${Ir(t)}</p>
    ${t.recordsShown===0?Br:null} ${Kr(r)} ${Fr(e)}
    <dl class="facts">
      ${u("Ledger",b(t.ledger))}
      ${u(t.streams.length===1?"Stream":"Streams",t.streams.length===0?"none":t.streams.join(", "))}
      ${u("Assurance",Wr[t.assurance])}
      ${t.notRetained.length===0?null:u("Kept",t.notRetained.map(_r))}
      ${u("Trust",r.trust)} ${u("Order",r.order)}
      ${u("Shown",`${t.recordsShown.toLocaleString("en-GB")} of ${f(t.recordsInLedger,"record")} that verify`)}
      ${t.recordsShown===0?null:u("Facts",Ar(t.facts))}
      ${t.recordsShown===0?null:u("Platform",qr(t))}
    </dl>
    <p class="disclaimer">
      This page supports ${t.control===null?"work on the controls it names":n`work on control ${t.control}`}. It
      is the evidence of those who ran the pipeline, not an auditor's opinion, and it says nothing about what was never recorded.
    </p>
  </header> `}var _r=e=>n`<p>${g("caution","no archive")} ${e}: these records were written into an artifact of a run</p>`,Ar=({read:e,given:t})=>`${f(e,"record rests","records rest")} on facts read live, ${f(t,"record")} on facts that were handed over`;function qr({vouchedFor:e,recordsShown:t}){if(e===0)return n`<a href="#writers">unsigned by the platform</a>: only the signing key stands behind the records`;let r=t-e;return n`<a href="#writers">vouches for ${f(e,"record")}</a
    >${r===0?"":`; ${f(r,"record")} unsigned by the platform`}`}function Nr({scope:{control:e},coverage:t}){if(e===null)return n`Changes, evidence and proof`;let r=t.find(o=>o.control===e)?.title??null;return n`Evidence for ${e}${r===null?null:n`<span class="name">${r}</span>`}`}function Ir({asked:e,covered:t}){let r=t===null?n`no record falls in it`:n`records from ${w(t.from)} to ${w(t.to)}`;return n`${jr(e)}; ${r}`}var dt=864e5;function jr({from:e,to:t}){if(e===null&&t===null)return n`The whole ledger`;let r=e===null?n`From the beginning`:n`From ${at(e)?st(e):w(e)}`;return t===null?n`${r} until the last record`:n`${r} until ${at(t)?n`the end of ${st(t-dt)} UTC`:n`before ${w(t)}`}`}var at=e=>e%dt===0,st=e=>new Date(e).toISOString().slice(0,10),Wr={local:"local: tamper-evident by signatures; nothing on this medium prevents deletion",locked:"locked: write-once by Object Lock in COMPLIANCE mode",versioned:"versioned: a bucket that keeps every version; no lock in COMPLIANCE mode is known",volatile:"volatile: kept in memory only"},Lr={verified:["good","Verified","Every slot and record was read, its signature and digest checked, and its place in the chain."],consistent:["caution","Consistent only","Nothing contradicts itself, but no trust file says whose signatures count: whoever holds any key could have written all of it."],tampered:["bad","Tampered","At least one object is not what its signature or digest says. Read the deviations before anything else."],unavailable:["caution","Not fully read","Part of the ledger could not be read, so nothing can be said about that part."],"nothing-checked":["caution","Nothing checked","The ledger holds nothing to verify. That is not a good result; it is no result."]},Br=n`<div class="verdict caution">
  <p class="word">${g("caution","Nothing to show")}</p>
  <div><p>No record falls into what was asked for. That is not a good result; it is no result.</p></div>
</div>`;function Kr(e){let[t,r,o]=Lr[e.outcome];return n`<div class="verdict ${t}">
    <p class="word">${g(t,r)}</p>
    <div>
      <p>${o}</p>
      <ul>
        ${e.streams.map(({stream:i,slots:a,records:s,states:l})=>n`<li>
              Stream ${i}: ${f(s,"record")} in
              ${f(a,"slot")}${l.length===0?"":`; ${l.join(", ")}`}
            </li>`)}
      </ul>
    </div>
  </div>`}function Fr({changes:e,deviations:t,images:r,people:o}){let[i,a,s]=["allow","provisional","deny"].map(d=>e.filter(c=>c.outcome===d).length),l=[[t.length,t.length===1?"deviation":"deviations"],[i,"allowed"],[s,"denied"],...a===0?[]:[[a,"provisional"]],[r.length,r.length===1?"image":"images"],[o,o===1?"approver":"approvers"]];return n`<ul class="figures">
    ${l.map(([d,c])=>n`<li><strong>${d}</strong> ${c}</li>`)}
  </ul>`}var V=`
:root {
  color-scheme: light dark;
  --ground: #fbfaf6; --raised: #ffffff; --sunk: #f1efe8;
  --ink: #1d1c1a; --quiet: #5c5952; --rule: #d9d5ca; --link: #0b4f6c;
  --good: #17613a; --good-ground: #e6f2ea;
  --bad: #9c1c16; --bad-ground: #fbe9e6;
  --caution: #7a4b00; --caution-ground: #fbf0d9;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Source Serif 4", Charter, Georgia, "Liberation Serif", serif;
  --sans: -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", system-ui, sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14161a; --raised: #1b1e24; --sunk: #22262d;
    --ink: #e9e6df; --quiet: #a7a39a; --rule: #363b44; --link: #8cc8e6;
    --good: #7fd0a0; --good-ground: #14291e;
    --bad: #ff9f94; --bad-ground: #331a18;
    --caution: #f0c36b; --caution-ground: #2e2512;
  }
}
* { box-sizing: border-box; }
html { background: var(--ground); color: var(--ink); font: 16px/1.55 var(--sans); text-size-adjust: 100%; scroll-padding-top: 1.5rem; }
body { margin: 0 auto; max-width: 78rem; padding: 0 clamp(1rem, 4vw, 3.5rem); overflow-wrap: break-word; }
h1, h2, h3 { font-family: var(--serif); font-weight: 600; line-height: 1.2; text-wrap: balance; margin: 0; }
p, ul, ol, dl, dd { margin: 0; padding: 0; }
ul, ol { list-style: none; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .18em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; border-radius: 2px; }
code, pre { font-family: var(--mono); font-size: .86em; }
code.whole { overflow-wrap: anywhere; user-select: all; }
time { font-variant-numeric: tabular-nums; white-space: nowrap; }
.quiet, .absent { color: var(--quiet); }
.absent { font-style: italic; }
.skip { position: absolute; left: 1rem; top: -4rem; background: var(--raised); padding: .5rem 1rem; border: 2px solid var(--link); }
.skip:focus { top: 1rem; }

.masthead { padding: clamp(2rem, 6vw, 4.5rem) 0 2.5rem; border-bottom: 1px solid var(--rule); }
.imprint { font: 600 .8rem/1 var(--sans); letter-spacing: .09em; text-transform: uppercase; }
.imprint span { color: var(--quiet); font-weight: 400; }
h1 { font-size: clamp(2.1rem, 6vw, 3.6rem); letter-spacing: -.015em; margin: 1.1rem 0 .7rem; }
h1 .name { display: block; margin-top: .3rem; font-size: .5em; font-weight: 400; letter-spacing: 0; color: var(--quiet); }
.period { font: 1.1rem/1.5 var(--serif); color: var(--quiet); max-width: 46rem; }
.verdict { display: grid; gap: .35rem 1.75rem; margin: 2rem 0; padding: 1.15rem 1.4rem; border-left: 6px solid; border-radius: 0 4px 4px 0; }
.verdict .word { font: 600 1.5rem/1.25 var(--serif); }
.verdict .word .mark { padding: 0; background: none; font: inherit; letter-spacing: 0; }
.verdict + .verdict { margin-top: -1rem; }
.verdict ul { color: var(--ink); font-size: .92rem; margin-top: .35rem; }
.verdict.good { border-color: var(--good); background: var(--good-ground); }
.verdict.bad { border-color: var(--bad); background: var(--bad-ground); }
.verdict.caution { border-color: var(--caution); background: var(--caution-ground); }
.figures { display: flex; flex-wrap: wrap; gap: .8rem 2.75rem; margin: 0 0 2rem; }
.figures li { color: var(--quiet); font-size: .92rem; }
.figures strong { display: block; font: 500 2.1rem/1.1 var(--serif); color: var(--ink); font-variant-numeric: lining-nums tabular-nums; }
.facts { display: grid; gap: .5rem; }
.facts > div, .proof > div { display: grid; grid-template-columns: minmax(5.5rem, 8rem) minmax(0, 1fr); gap: 0 1.25rem; }
dt { color: var(--quiet); }
.disclaimer { margin-top: 1.75rem; max-width: 46rem; font: italic 1.02rem/1.55 var(--serif); color: var(--quiet); }

.columns { display: block; }
nav ul { display: flex; flex-wrap: wrap; gap: .35rem 1.25rem; padding: 1rem 0; border-bottom: 1px solid var(--rule); }
nav a { text-decoration: none; padding: .25rem 0; display: inline-block; }
nav a:hover { text-decoration: underline; }
main { min-width: 0; }
section { padding: 3rem 0 1rem; }
h2 { font-size: clamp(1.6rem, 4vw, 2.1rem); letter-spacing: -.01em; }
h3 { font-size: 1.25rem; overflow-wrap: anywhere; }
h4 { margin: 1.4rem 0 .4rem; font: 600 .86rem/1.4 var(--mono); }
.lead { max-width: 46rem; margin: .55rem 0 1.6rem; color: var(--quiet); }

.mark { display: inline-flex; align-items: baseline; gap: .38em; padding: .1em .6em .12em .5em; border-radius: 3px; font: 600 .82rem/1.5 var(--sans); white-space: nowrap; }
.mark.good { color: var(--good); background: var(--good-ground); }
.mark.bad { color: var(--bad); background: var(--bad-ground); }
.mark.caution { color: var(--caution); background: var(--caution-ground); }
.mark.quiet { color: var(--quiet); background: var(--sunk); }
.shape { font-family: "DejaVu Sans", "Segoe UI Symbol", "Apple Symbols", var(--sans); font-size: .9em; }
.kicker { display: flex; flex-wrap: wrap; align-items: baseline; gap: .3rem .9rem; margin-bottom: .5rem; color: var(--quiet); font-size: .9rem; }

.deviations { counter-reset: deviation; border-top: 1px solid var(--rule); }
.deviations > li { counter-increment: deviation; position: relative; padding: 1.3rem 0 1.3rem 3.4rem; border-bottom: 1px solid var(--rule); }
.deviations > li::before { content: counter(deviation); position: absolute; left: 0; top: 1.1rem; width: 2.4rem; text-align: right; font: 500 1.7rem/1.2 var(--serif); color: var(--quiet); font-variant-numeric: lining-nums tabular-nums; }
.deviations ul { margin-top: .5rem; display: grid; grid-template-columns: minmax(0, 1fr); gap: .3rem; }
.deviations ul li { padding-left: 1.1rem; position: relative; overflow-wrap: anywhere; }
.deviations ul li::before { content: "\u2013"; position: absolute; left: 0; color: var(--quiet); }
.controls { margin-top: .6rem; color: var(--quiet); font-size: .9rem; }

.change, .image, .landing { margin: 0 0 1.75rem; padding: 1.35rem clamp(1rem, 3vw, 1.75rem); background: var(--raised); border: 1px solid var(--rule); border-radius: 5px; }
.change:target, .image:target, .landing:target { border-color: var(--link); box-shadow: 0 0 0 2px var(--link); }
.commit { margin-top: .35rem; color: var(--quiet); font-size: .92rem; }
.given, .error { margin-top: .6rem; }
.error { color: var(--bad); }
details { margin-top: .9rem; border-top: 1px solid var(--rule); padding-top: .75rem; }
summary { cursor: pointer; font-weight: 600; padding: .15rem 0; }
summary::marker { color: var(--quiet); }
details > .facts { gap: .35rem; margin-top: .6rem; font-size: .92rem; }
.note { margin: .6rem 0; color: var(--quiet); font-size: .92rem; }

table { width: 100%; border-collapse: collapse; margin: .9rem 0 .4rem; font-size: .94rem; }
caption { text-align: left; color: var(--quiet); font-size: .88rem; padding-bottom: .45rem; }
thead th { text-align: left; font: 600 .78rem/1.3 var(--sans); letter-spacing: .035em; text-transform: uppercase; color: var(--quiet); border-bottom: 1.5px solid var(--ink); padding: 0 1.1rem .45rem 0; vertical-align: bottom; }
tbody th, td { text-align: left; font-weight: 400; vertical-align: top; padding: .6rem 1.1rem .6rem 0; border-bottom: 1px solid var(--rule); }
tbody tr:last-child > * { border-bottom: 0; }
th:last-child, td:last-child { padding-right: 0; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.value { display: inline-block; min-width: 0; max-width: 100%; }
.reason { display: block; }
.reason + .reason { margin-top: .3rem; }
.rule { display: block; }
.mode { color: var(--quiet); font-size: .85rem; white-space: nowrap; }

.proof { display: grid; gap: .35rem; font-size: .92rem; margin-top: .5rem; }
pre { margin: .35rem 0; padding: .75rem .9rem; background: var(--sunk); border-radius: 3px; white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.5; }
.proof code { font-size: .8rem; }
.chain { margin-top: 1rem; }
.chain > li { display: grid; grid-template-columns: minmax(6rem, 9rem) minmax(0, 1fr); gap: .2rem 1.25rem; padding: .2rem 0 1.1rem 1.4rem; border-left: 2px solid var(--rule); position: relative; }
.chain > li::before { content: ""; position: absolute; left: -6px; top: .55rem; width: 10px; height: 10px; border-radius: 50%; background: var(--raised); border: 2px solid var(--quiet); }
.chain > li:last-child { border-left-color: transparent; padding-bottom: 0; }
.chain details { border-top: 0; padding-top: 0; margin-top: .2rem; }
.link { color: var(--quiet); }
.steps { counter-reset: step; display: grid; gap: 1.1rem; max-width: 58rem; }
.steps li { counter-increment: step; position: relative; padding-left: 2.1rem; }
.steps li::before { content: counter(step) "."; position: absolute; left: 0; font-family: var(--serif); color: var(--quiet); }
footer { margin-top: 3rem; padding: 1.5rem 0 3rem; border-top: 1px solid var(--rule); color: var(--quiet); font-size: .9rem; }

@media (min-width: 48rem) {
  .verdict { grid-template-columns: auto minmax(0, 1fr); align-items: baseline; }
}
@media (min-width: 68rem) {
  .columns { display: grid; grid-template-columns: 9.5rem minmax(0, 1fr); gap: 3.5rem; }
  nav ul { position: sticky; top: 0; flex-direction: column; border: 0; padding: 3.5rem 0 0; }
}
@media (max-width: 42rem) {
  table, tbody, caption { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tbody tr { display: block; padding: .8rem 0; border-bottom: 1px solid var(--rule); }
  tbody tr:last-child { border-bottom: 0; }
  tbody th, tbody td { display: grid; grid-template-columns: 4.9rem minmax(0, 1fr); gap: .75rem; padding: .18rem 0; border: 0; text-align: left; }
  tbody th::before, tbody td::before { content: attr(data-label); color: var(--quiet); font-size: .86rem; padding-top: .1rem; }
  tbody .number { text-align: left; }
  code { overflow-wrap: anywhere; }
  .proof > div, .chain > li { grid-template-columns: minmax(0, 1fr); }
  .facts > div { grid-template-columns: 5rem minmax(0, 1fr); gap: 0 .75rem; }
  .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(5.6rem, 1fr)); gap: .9rem .75rem; }
  .verdict { margin: 1.5rem 0; padding: 1rem 1.1rem; }
  .deviations > li { padding-left: 2.3rem; }
  .deviations > li::before { width: 1.5rem; text-align: left; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media print {
  :root { --ground: #fff; --raised: #fff; --sunk: #f4f4f4; --ink: #000; --quiet: #444; --rule: #bbb; --link: #000;
    --good: #17613a; --good-ground: #fff; --bad: #9c1c16; --bad-ground: #fff; --caution: #7a4b00; --caution-ground: #fff; color-scheme: light; }
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; }
  nav, .skip { display: none; }
  .columns { display: block; }
  .mark { padding: 0; }
  h2, h3, summary, caption { break-after: avoid; }
  tr, .deviations > li, .proof > div { break-inside: avoid; }
  details::details-content { content-visibility: visible; display: block; height: auto; }
  a { text-decoration: none; }
}
`;function ct({writers:e}){return k({id:"writers",title:"Who wrote the records",lead:e.length===0?"There is no record, so nobody wrote one.":"The platform signs for each record which repository, workflow and run wrote it with which key. Where it does not, only the key stands behind the record.",body:e.length===0?null:S("Records by the workflow that wrote them",Ur,e)})}var zr=4,Ur=[{head:"Platform says",names:!0,cell:Vr},{head:"Runner",cell:({platform:e})=>"runner"in e?Gr(e.runner):"not known"},{head:"Signed with",cell:({signature:e})=>Hr[e]},{head:"Runs",cell:({runs:e})=>Yr(e)},{head:"Records",numeric:!0,cell:({records:e})=>e}];function Vr({platform:e}){switch(e.kind){case"verified":return n`${g("good","vouched for")} repository ${e.repository}, on ${e.event}<br />${b(e.workflow)}<br /><span
          class="quiet"
          >workflow at ${R(e.workflowCommit)}</span
        >`;case"countersigned":return n`${g("good","erased, countersigned")} repository ${e.repository}, on ${e.event}<br /><span
          class="quiet"
          >workflow at ${R(e.workflowCommit)}</span
        >`;case"unverified":return z(e.why);case"none":return g("caution",F)}}var Gr=e=>e==="self-hosted"?g("caution","self-hosted"):e,Hr={lasting:"a key of the trust file",run:"a key that lived for one run",unchecked:"not checked: no trust file"},Yr=e=>e.length===0?n`<span class="absent">none named</span>`:e.length<=zr?e.map(t=>n`<span class="rule">${t}</span>`):n`${e[0]??""} to ${e.at(-1)??""}, ${f(e.length,"run")}`;var Jr=new D(`<style>${V}</style>`),Xr=[["deviations","Deviations"],["changes","Changes"],["landings","Protected branch"],["images","Images"],["approvals","Approvals"],["coverage","Coverage"],["writers","Writers"],["checking","Checking"]];function pt(e){let{control:t}=e.scope;return n`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${tt(V)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <link rel="icon" href="data:," />
        <title>${t===null?"Proofrail evidence report":`${t}: Proofrail evidence report`}</title>
        ${Jr}
      </head>
      <body>
        <a class="skip" href="#deviations">Skip to deviations</a>
        ${lt(e)}
        <div class="columns">
          <nav aria-label="Contents">
            <ul>
              ${Xr.map(([r,o])=>n`<li><a href="#${r}">${o}</a></li>`)}
            </ul>
          </nav>
          <main>
            ${ot(e)}${Ze(e)}${it(e)}${nt(e)}${Ve(e)}${rt(e)}${ct(e)}${et(e)}
          </main>
        </div>
        <footer><p>Made by Proofrail from signed records. It supports an audit; it does not replace one.</p></footer>
      </body>
    </html> `.text}async function mt(e,t,r){let o=[];for(let{stream:i}of t.streams){let a=new Map;for await(let s of ae(e,i,{...r,onFinding:()=>{}}))a.has(s.slot)||a.set(s.slot,await Zr(e,s)),o.push({placed:s,record:Qr(s),slotDigest:a.get(s.slot)??null})}return o}async function Zr(e,{stream:t,slot:r}){let o=await e.read(ee(t,r));return o.kind==="found"?A(o.bytes):null}function Qr({statement:e,name:t}){try{return Z(e,t)}catch(r){if(!(r instanceof Y))throw r;return{kind:"unrecognised",predicateType:e.predicateType,subject:e.subject}}}async function Za(e,t){let r=await se(e,t),o=eo(r),{store:i,retention:a,given:s}=await fe(r,t),l=await ue(i,s);if(l.outcome==="invalid")throw ro(r);let{trust:d,attachments:c}=s,p=d===void 0?{}:{trust:d,...c===void 0?{}:{attachments:c}},m=await mt(i,l,p),$=Fe(m,l,oe().manifest,o),M=pt($);return de(r.out,M),{outcome:to(l.outcome,$),json:{report:r.out,digest:A(M),selection:oo(o),shown:ut($),verification:ye(l,a)},text:_=>[he(l,a,_),"",no($),"",le(r.out)].join(`
`)}}function eo({control:e,from:t,to:r}){if(e!==void 0&&N(e)===null)throw G("report/unknown-control","a control such as A.8.32 or CC8.1",e,"--control",'"proofrail controls" prints those that have a rule');if(t!==void 0&&r!==void 0&&t>=r)throw G("report/period","a period that begins before it ends",`${W(t)} to ${W(r)}`,"--from and --to","swap the two");return{...e===void 0?{}:{control:e},...t===void 0?{}:{from:t},...r===void 0?{}:{to:r}}}var to=(e,{scope:t})=>t.recordsShown===0?te(["invalid",e]):e;function ro({ledger:e}){return G("report/nothing","a ledger that holds something","nothing",e,"check the URI; a page about nothing would look like a good one")}function G(e,t,r,o,i){return new J(e,{expected:t,found:r,at:o,doThis:i})}var W=e=>new Date(e).toISOString(),oo=({control:e,from:t,to:r})=>({control:e??null,from:t===void 0?null:W(t),to:r===void 0?null:W(r)}),ut=({scope:e,deviations:t,changes:r,images:o})=>({records:e.recordsShown,deviations:t.length,changes:r.length,images:o.length});function no(e){let{records:t,deviations:r,changes:o,images:i}=ut(e);return t===0?"no record falls into what was asked for: the page says so, and this is not a good result":`${C(r,"deviation")}, ${C(o,"decision")}, ${C(i,"image")} from ${C(t,"record")}`}export{Za as writeReport};
